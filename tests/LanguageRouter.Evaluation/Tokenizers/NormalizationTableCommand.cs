using System.Globalization;
using System.Text;
using LanguageRouter.Tokens.HuggingFace;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>
/// Writes the packed tables of normalization from the Unicode Character Database:
/// <c>normalization-table --unicode FOLDER --output FILE.cs [--vectors FILE]</c> (Debian's package unicode-data has the folder).
/// </summary>
internal static class NormalizationTableCommand
{
    public static int Run(EvaluationOptions options)
    {
        var arguments = new CommandArguments(options.Rest);
        var folder = arguments.Text("--unicode", "/usr/share/unicode");
        var excluded = File.ReadLines(Path.Combine(folder, "DerivedNormalizationProps.txt")).Where(line => line.Contains("; Full_Composition_Exclusion", StringComparison.Ordinal))
            .SelectMany(line => Range(line.Split(';')[0].Trim())).ToHashSet();
        var (classes, decompositions) = (new List<(int Code, int Class)>(), new List<(int Code, int First, int Second, bool Composes)>());
        var compatible = new List<(int Code, int[] Parts)>();
        foreach (var fields in File.ReadLines(Path.Combine(folder, "UnicodeData.txt")).Select(line => line.Split(';')))
        {
            var code = Hex(fields[0]);
            if (fields[3] != "0")
            {
                classes.Add((code, int.Parse(fields[3], CultureInfo.InvariantCulture)));
            }

            if (fields[5].StartsWith('<'))
            {
                compatible.Add((code, [.. fields[5].Split(' ').Skip(1).Select(Hex)]));
            }
            else if (fields[5].Length > 0)
            {
                var parts = fields[5].Split(' ').Select(Hex).ToArray();
                decompositions.Add((code, parts[0], parts.Length > 1 ? parts[1] : 0, !excluded.Contains(code)));
            }
        }

        var packed = Pack(classes, decompositions, compatible);
        var source = new StringBuilder();
        source.Append("namespace LanguageRouter.Tokens.HuggingFace;\n\n/// <summary>Combining classes, canonical and compatibility decompositions of the Unicode Character Database 15.0, packed.</summary>\n");
        source.Append("/// <remarks>Written by <c>normalization-table</c> of the evaluation program; do not edit. Unicode License V3.</remarks>\ninternal static class NormalizationTable\n{\n    public const string Packed =\n");
        var text = Convert.ToBase64String(packed);
        for (var at = 0; at < text.Length; at += 180)
        {
            var line = text.AsSpan(at, Math.Min(180, text.Length - at));
            source.Append("        \"").Append(line).Append(at + 180 < text.Length ? "\" +\n" : "\";\n");
        }

        File.WriteAllText(arguments.Text("--output", "NormalizationTable.cs"), source.Append("}\n").ToString());
        Console.WriteLine($"{classes.Count} classes, {decompositions.Count} canonical and {compatible.Count} compatibility decompositions, {packed.Length} bytes");
        if (arguments.Text("--vectors", string.Empty) is { Length: > 0 } vectors)
        {
            WriteVectors(vectors, [.. classes.Select(entry => entry.Code)]);
        }

        return 0;
    }

    // Every character alone and before two marks, in the four forms of the table that this program was built with: for comparison with another
    // implementation, such as normalize() of JavaScript.
    private static void WriteVectors(string file, int[] marks)
    {
        var random = new Random(1);
        NormalizationForm[] forms = [NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKC, NormalizationForm.FormKD];
        File.WriteAllLines(file, Enumerable.Range(1, 0x10FFFF).Where(Rune.IsValid).Where(code => code is < 0x30000 or > 0xE0000 and < 0xE0200).SelectMany(code =>
        {
            var character = new Rune(code).ToString();
            return new[] { character, character + new Rune(marks[random.Next(marks.Length)]) + new Rune(marks[random.Next(marks.Length)]) };
        }).Select(text => System.Text.Json.JsonSerializer.Serialize(forms.Select(form => UnicodeNormalization.Apply(text, form)).Prepend(text))));
    }

    private static byte[] Pack(List<(int Code, int Class)> classes, List<(int Code, int First, int Second, bool Composes)> decompositions, List<(int Code, int[] Parts)> compatible)
    {
        var bytes = new List<byte>();
        Write(classes.Count);
        var before = 0;
        foreach (var (code, value) in classes)
        {
            Write(code - before);
            Write(value);
            before = code;
        }

        Write(decompositions.Count);
        before = 0;
        foreach (var (code, first, second, composes) in decompositions)
        {
            Write(((code - before) << 1) | (composes ? 1 : 0));
            Write(first);
            Write(second);
            before = code;
        }

        Write(compatible.Count);
        before = 0;
        foreach (var (code, parts) in compatible)
        {
            Write(code - before);
            Write(parts.Length);
            Array.ForEach(parts, Write);
            before = code;
        }

        return [.. bytes];

        void Write(int value)
        {
            for (; value >= 0x80; value >>= 7)
            {
                bytes.Add((byte)(value | 0x80));
            }

            bytes.Add((byte)value);
        }
    }

    private static IEnumerable<int> Range(string text)
    {
        var ends = text.Split("..").Select(Hex).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
