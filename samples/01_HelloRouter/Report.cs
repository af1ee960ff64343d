using System.Globalization;
using LanguageRouter.Decisions;
using LanguageRouter.Records;
using LanguageRouter.Scoring;

namespace HelloRouter;

/// <summary>Prints decisions for people.</summary>
internal static class Report
{
    public static void Print(string about, string prompt, RoutingDecision decision, string? answer, string? model)
    {
        var signals = decision.Signals;
        Console.WriteLine($"■ {about}: {Shorten(prompt)}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  language {signals.Language.Tag} ({signals.Language.Confidence:0.00}), answer in {signals.AnswerLanguage}, task {signals.Task} ({signals.TaskEvidence}), {signals.EstimateTokens("o200k_base")} tokens of o200k_base"));
        foreach (var score in decision.Scores)
        {
            var mark = score.Standing switch { RouteStanding.Chosen => "=>", RouteStanding.Hypothetical => " ?", _ => "  " };
            var why = score.Exclusion is { } exclusion ? $"out: {exclusion.Code}, {exclusion.Detail}" : string.Create(CultureInfo.InvariantCulture, $"total {score.Total:+0.000;-0.000}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {mark} {score.Route.Name,-18} {score.Bill.Total,-46} quality {score.Quality.Points,+5:+0.0;-0.0;0.0} ({score.Quality.Evidence})  {why}"));
        }

        Console.WriteLine($"  chosen {decision.Chosen.Name}, sent to {decision.Target.Name}, because {string.Join(", ", decision.Reasons)}");
        if (answer is not null)
        {
            Console.WriteLine($"  [{model}] {Shorten(answer)}");
        }
    }

    public static void PrintBill(RouteScore score)
    {
        Console.WriteLine($"  The bill of '{score.Route.Name}', leg by leg:");
        foreach (var leg in score.Bill.Legs)
        {
            Console.WriteLine($"    {leg.Kind,-13} {leg.Payee,-20} {leg.Tokenizer,-12} in {leg.InputTokens,-16} out {leg.OutputTokens,-16} {leg.Cost}");
        }
    }

    public static void PrintRecords(IReadOnlyCollection<RoutingRecord> records)
    {
        Console.WriteLine($"{records.Count} requests recorded; by route that answered: {string.Join(", ", records.GroupBy(record => record.Attempts[^1].Route.Name).Select(group => $"{group.Key} {group.Count()}"))}.");
        var failedOver = records.Count(record => record.Attempts.Length > 1);
        if (failedOver > 0)
        {
            Console.WriteLine($"{failedOver} of them went on to another route before any output, as the first one gave up.");
        }
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : $"{line[..60]}…";
    }
}
