using System.Text.Json;
using LanguageRouter.Paths.Translation.Verification.Numbers;

namespace LanguageRouter.Evaluation.Translation;

/// <summary>Counts the alarms of the number check on human and machine translations.</summary>
/// <remarks>MGSM was looked at while the check was built; FLORES and AMI were not. <c>--show SET</c> prints the alarms of MGSM sets.</remarks>
internal static class NumberEvaluation
{
    public static int Run(EvaluationOptions options)
    {
        var show = options.Rest is ["--show", var set] ? set : null;
        var lines = File.ReadLines(options.PathOf("mgsm-ja-en/mgsm.jsonl")).Select(Parse).ToArray();
        foreach (var field in new[] { "en", "en_google", "en_nllb" })
        {
            var alarms = lines.Where(l => !NumberCheck.Agree(Text(l, "ja"), Text(l, field))).ToArray();
            Console.WriteLine($"mgsm {field}: {alarms.Length} alarms of {lines.Length} ({100.0 * alarms.Length / lines.Length:F1} %)");
            if (field != "en")
            {
                var lost = lines.Where(l => l.GetProperty(field == "en_google" ? "numbers_lost_google" : "numbers_lost_nllb").ToString() is not ("" or "[]" or "False" or "false" or "0")).ToArray();
                Console.WriteLine($"  labelled lost: {lost.Length}, of them found: {lost.Count(alarms.Contains)}");
            }

            if (show == field + "-missed")
            {
                foreach (var line in lines.Where(l => l.GetProperty("numbers_lost_nllb").GetArrayLength() > 0 && !alarms.Contains(l)))
                {
                    Console.WriteLine($"{line.GetProperty("item_id")} {line.GetProperty("numbers_lost_nllb")}\n  {Text(line, "ja")}\n  {Text(line, field)}");
                }
            }

            if (show == field)
            {
                foreach (var line in alarms)
                {
                    Console.WriteLine($"{line.GetProperty("item_id")}\n  {Text(line, "ja")}\n  {Text(line, field)}");
                }
            }
        }

        foreach (var file in new[] { "flores-devtest", "ami" })
        {
            var pairs = File.ReadLines(options.PathOf($"ja-en-parallel/{file}.jsonl")).Select(Parse).ToArray();
            var alarms = pairs.Count(l => !NumberCheck.Agree(Text(l, "ja"), Text(l, "en")));
            var withDigits = pairs.Count(l => (Text(l, "ja") + Text(l, "en")).Any(char.IsDigit));
            Console.WriteLine($"{file} human: {alarms} alarms of {pairs.Length} ({100.0 * alarms / pairs.Length:F1} %), {withDigits} pairs with digits");
        }

        return 0;
    }

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static string Text(JsonElement line, string field) => line.GetProperty(field).GetString()!;
}
