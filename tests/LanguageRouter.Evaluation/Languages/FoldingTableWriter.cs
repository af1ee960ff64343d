using System.Globalization;
using System.Runtime.InteropServices;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Writes the table of NFKC mappings from Unicode's character database.</summary>
/// <remarks>Usage: folding-table UnicodeData.txt CompositionExclusions.txt OUTPUT. On Debian both are in package unicode-data.</remarks>
internal static class FoldingTableWriter
{
    public static int Run(EvaluationOptions options)
    {
        if (options.Rest.Count != 3)
        {
            Console.Error.WriteLine("usage: folding-table UnicodeData.txt CompositionExclusions.txt OUTPUT");
            return 2;
        }

        var decompositions = new Dictionary<int, (bool IsCompatible, int[] Parts)>();
        var classes = new Dictionary<int, int>();
        foreach (var fields in File.ReadLines(options.Rest[0]).Select(line => line.Split(';')))
        {
            var code = Hex(fields[0]);
            classes[code] = int.Parse(fields[3], CultureInfo.InvariantCulture);
            if (fields[5].Length > 0)
            {
                var parts = fields[5].Split(' ');
                var isCompatible = parts[0][0] == '<';
                decompositions[code] = (isCompatible, [.. parts.Skip(isCompatible ? 1 : 0).Select(Hex)]);
            }
        }

        var excluded = File.ReadLines(options.Rest[1]).Where(line => line.Length > 0 && char.IsAsciiHexDigit(line[0])).Select(line => Hex(line.Split(' ', '#')[0])).ToHashSet();
        var compositions = new Dictionary<(int, int), int>();
        foreach (var (code, (isCompatible, parts)) in decompositions)
        {
            if (!isCompatible && parts.Length == 2 && classes[code] == 0 && classes[parts[0]] == 0 && !excluded.Contains(code))
            {
                compositions[(parts[0], parts[1])] = code;
            }
        }

        var mappings = new List<(int, string)>();
        foreach (var code in decompositions.Keys.Order())
        {
            var mapped = Compose(Decompose(code, decompositions), compositions);
            if (mapped.Count != 1 || mapped[0] != code)
            {
                mappings.Add((code, string.Concat(mapped.Select(char.ConvertFromUtf32))));
            }
        }

        var table = Write(mappings, [.. compositions.Where(c => c.Value <= char.MaxValue).OrderBy(c => c.Value).Select(c => ((char)c.Key.Item1, (char)c.Key.Item2, (char)c.Value))]);
        File.WriteAllBytes(options.Rest[2], table);
        Console.WriteLine($"{mappings.Count} mappings, longest {mappings.Max(m => m.Item2.Length)}, {compositions.Count} compositions, {table.Length} bytes");
        return 0;
    }

    // Counts; then for each mapping the code point with its length in the top byte, and its characters; then the pairs.
    private static byte[] Write(List<(int CodePoint, string Mapping)> mappings, List<(char First, char Second, char Composed)> compositions)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(mappings.Count);
        writer.Write(compositions.Count);
        foreach (var (codePoint, mapping) in mappings)
        {
            writer.Write(codePoint | (mapping.Length << 24));
            writer.Write(MemoryMarshal.AsBytes(mapping.AsSpan()));
        }

        foreach (var (first, second, composed) in compositions)
        {
            writer.Write((ushort)first);
            writer.Write((ushort)second);
            writer.Write((ushort)composed);
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static List<int> Decompose(int code, Dictionary<int, (bool IsCompatible, int[] Parts)> decompositions) =>
        decompositions.TryGetValue(code, out var entry) ? [.. entry.Parts.SelectMany(part => Decompose(part, decompositions))] : [code];

    private static List<int> Compose(List<int> parts, Dictionary<(int, int), int> compositions)
    {
        var result = new List<int>();
        foreach (var part in parts)
        {
            if (result.Count > 0 && compositions.TryGetValue((result[^1], part), out var composed))
            {
                result[^1] = composed;
            }
            else
            {
                result.Add(part);
            }
        }

        return result;
    }
}
