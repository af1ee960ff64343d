using System.Text;
using LanguageRouter.Tokens;

namespace LanguageRouter.Evaluation.Tokens;

/// <summary>Writes the table of the most tokens per character; the argument is the file CharacterWeights.Packed.cs.</summary>
internal static class CharacterWeightsCommand
{
    public static int Run(EvaluationOptions options)
    {
        var table = new ushort[char.MaxValue + 1];
        for (var unit = 0x80; unit < table.Length; unit++)
        {
            if (!char.IsSurrogate((char)unit))
            {
                table[unit] = (ushort)(BytePairTokenCounter.O200kBase.Model.MostTokens((char)unit) | (BytePairTokenCounter.Cl100kBase.Model.MostTokens((char)unit) << 8));
            }
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
        Console.WriteLine($"{packed.Length} characters; units by (o200k_base, cl100k_base): {string.Join(", ", table.GroupBy(w => w).OrderBy(g => g.Key).Select(g => $"({g.Key & 255}, {g.Key >> 8}) {g.Count()}"))}");
        return 0;
    }
}
