using System.Text.Json;
using LanguageRouter.Paths.Translation;

namespace LanguageRouter.Evaluation.Translation;

/// <summary>Compares sentence boundaries with the reference cases and lists those that differ.</summary>
/// <remarks>A case is right where the parts of prose are its sentences, white space aside; parts without letters (digits alone) need no translation and are left out on both sides.</remarks>
internal static class SegmentationEvaluation
{
    public static int Run(EvaluationOptions options)
    {
        var right = 0;
        var all = 0;
        foreach (var line in File.ReadLines(options.PathOf("ja-sentences/segmentation.jsonl")).Select(l => JsonDocument.Parse(l).RootElement))
        {
            all++;
            var expected = line.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()!.Trim()).Where(s => s.Any(char.IsLetter)).ToArray();
            var found = TextTranslation.Cut(line.GetProperty("text").GetString()!).Where(p => p.IsProse).Select(p => p.Text).ToArray();
            if (found.SequenceEqual(expected))
            {
                right++;
            }
            else
            {
                Console.WriteLine($"{line.GetProperty("id")}: {string.Join(" ¦ ", found)}   expected: {string.Join(" ¦ ", expected)}");
            }
        }

        Console.WriteLine($"{right} of {all} cases");
        return 0;
    }
}
