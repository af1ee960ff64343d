using System.Diagnostics;
using System.Globalization;
using System.Text;
using LanguageRouter.Tokens;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Evaluation.Tokenizers;

/// <summary>
/// Compares ids with those of SentencePiece's own <c>spm_encode</c>, line by line:
/// <c>spm-ids [--model FILE] [--generated N] [--seed N]</c>.
/// </summary>
internal static class SentencePieceIdsCommand
{
    public static int Run(EvaluationOptions options)
    {
        var arguments = new CommandArguments(options.Rest);
        var model = arguments.Text("--model", options.PathOf("ja-tokenizers/code10K_en20K_ja30K.ver2.2.model"));
        var encoder = SentencePieceEncoder.Load(model);
        var reference = ReferenceTexts.Read(options.DataFolder);
        var failed = Compare("reference texts", reference, encoder, model);
        return failed + Compare("generated texts", GeneratedTexts.Create(arguments.Number("--generated", 100_000), arguments.Number("--seed", 1), reference), encoder, model);
    }

    private static int Compare(string name, IEnumerable<string> texts, SentencePieceEncoder encoder, string model)
    {
        // spm_encode reads lines: a text of several lines is compared as its lines. UTF-8 turns lone surrogates into U+FFFD.
        var lines = texts.SelectMany(text => text.Split('\n')).Where(line => !line.Contains('\0', StringComparison.Ordinal)).ToList();
        var folder = Directory.CreateTempSubdirectory("spm");
        var (input, output) = (Path.Combine(folder.FullName, "input"), Path.Combine(folder.FullName, "output"));
        File.WriteAllText(input, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        using (var process = Process.Start("spm_encode", ["--model", model, "--output_format=id", "--input", input, "--output", output]))
        {
            process.WaitForExit();
        }

        var comparison = new IdComparison();
        var roundTrips = 0;
        foreach (var (line, theirs) in lines.Zip(File.ReadLines(output)))
        {
            var ids = new List<int>();
            encoder.Encode(line, ids);
            comparison.Add(line, ids, [.. theirs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))]);
            roundTrips += RoundTrips(encoder, ids, line) ? 1 : 0;
        }

        folder.Delete(recursive: true);
        Console.WriteLine($"{name}: {roundTrips} of {lines.Count} lines decode to themselves");
        return comparison.Report(name);
    }

    // U+2581 is how the vocabulary writes a space, so that a text with it comes back with a space.
    private static bool RoundTrips(SentencePieceEncoder encoder, List<int> ids, string line)
    {
        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)).Replace('\u2581', ' ');
        return TokenTextDecoder.Decode(encoder, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids)) == expected;
    }
}
