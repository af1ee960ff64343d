using System.Globalization;
using System.Text;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>
/// Writes the packed tables of canonical composition from the Unicode Character Database:
/// <c>composition-table --unicode FOLDER --output FILE.cs</c> (Debian's package unicode-data has the folder).
/// </summary>
internal static class CompositionTableCommand
{
    public static int Run(EvaluationOptions options)
    {
        var arguments = new CommandArguments(options.Rest);
        var folder = arguments.Text("--unicode", "/usr/share/unicode");
        var excluded = File.ReadLines(Path.Combine(folder, "DerivedNormalizationProps.txt")).Where(line => line.Contains("; Full_Composition_Exclusion", StringComparison.Ordinal))
            .SelectMany(line => Range(line.Split(';')[0].Trim())).ToHashSet();
        var (classes, decompositions) = (new List<(int Code, int Class)>(), new List<(int Code, int First, int Second, bool Composes)>());
        foreach (var fields in File.ReadLines(Path.Combine(folder, "UnicodeData.txt")).Select(line => line.Split(';')))
        {
            var code = Hex(fields[0]);
            if (fields[3] != "0")
            {
                classes.Add((code, int.Parse(fields[3], CultureInfo.InvariantCulture)));
            }

            if (fields[5].Length > 0 && fields[5][0] != '<')
            {
                var parts = fields[5].Split(' ').Select(Hex).ToArray();
                decompositions.Add((code, parts[0], parts.Length > 1 ? parts[1] : 0, !excluded.Contains(code)));
            }
        }

        var packed = Pack(classes, decompositions);
        var source = new StringBuilder();
        source.Append("namespace LanguageRouter.Tokens.HuggingFace;\n\n/// <summary>Combining classes and canonical decompositions of the Unicode Character Database 15.0, packed.</summary>\n");
        source.Append("/// <remarks>Written by <c>composition-table</c> of the evaluation program; do not edit. Unicode License V3.</remarks>\ninternal static class CompositionTable\n{\n    public const string Packed =\n");
        var text = Convert.ToBase64String(packed);
        for (var at = 0; at < text.Length; at += 180)
        {
            var line = text.AsSpan(at, Math.Min(180, text.Length - at));
            source.Append("        \"").Append(line).Append(at + 180 < text.Length ? "\" +\n" : "\";\n");
        }

        File.WriteAllText(arguments.Text("--output", "CompositionTable.cs"), source.Append("}\n").ToString());
        Console.WriteLine($"{classes.Count} classes, {decompositions.Count} decompositions, {packed.Length} bytes");
        return 0;
    }

    private static byte[] Pack(List<(int Code, int Class)> classes, List<(int Code, int First, int Second, bool Composes)> decompositions)
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
