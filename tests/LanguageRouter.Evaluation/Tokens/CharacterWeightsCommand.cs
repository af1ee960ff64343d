using System.Text;
using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Writes the tables of the most and the least tokens per character; the argument is the file CharacterWeights.Packed.cs.</summary>
internal static class CharacterWeightsCommand
{
    public static int Run(EvaluationOptions options)
    {
        var table = new byte[4, char.MaxValue + 1];
        BytePairTokenCounter[] counters = [BytePairTokenCounter.O200kBase, BytePairTokenCounter.Cl100kBase];
        var frequencies = new long[char.MaxValue + 1];
        foreach (var (_, _, corpus) in LabelledTexts.Load(options).Where(s => s.Language == "ja"))
        {
            foreach (var unit in corpus)
            {
                frequencies[unit]++;
            }
        }

        BytePairVocabulary[] vocabularies = [BytePairVocabulary.LoadO200kBase(), BytePairVocabulary.LoadCl100kBase()];
        for (var tokenizer = 0; tokenizer < 2; tokenizer++)
        {
            for (var unit = 0x80; unit <= char.MaxValue; unit++)
            {
                table[tokenizer, unit] = char.IsSurrogate((char)unit) ? (byte)0 : (byte)counters[tokenizer].Model.MostTokens((char)unit);
            }

            var least = LeastWeights.Solve(vocabularies[tokenizer], frequencies);
            var sum = 0L;
            for (var unit = 0x80; unit <= char.MaxValue; unit++)
            {
                table[tokenizer + 2, unit] = least[unit];
                sum += least[unit] * frequencies[unit];
            }

            Console.WriteLine($"{counters[tokenizer].Name}: least tokens a Japanese character {(double)sum / CharacterWeights.Parts / frequencies.AsSpan(0x80).ToArray().Sum():F3}");
        }

        var packed = CharacterWeights.Pack(table);
        var code = new StringBuilder("namespace LanguageRouter.Tokens;\n\n/// <content>The packed table, written by the evaluation command <c>character-weights</c>.</content>\ninternal static partial class CharacterWeights\n{\n    private static ReadOnlySpan<byte> Packed =>\n");
        const int Width = 120;
        for (var i = 0; i < packed.Length; i += Width)
        {
            var last = i + Width >= packed.Length;
            code.Append("        \"").Append(packed.AsSpan(i, Math.Min(Width, packed.Length - i))).Append(last ? "\"u8;\n" : "\"u8 +\n");
        }

        File.WriteAllText(options.Rest[0], code.Append("}\n").ToString());
        Console.WriteLine($"{packed.Length} characters of base64");
        return 0;
    }
}
