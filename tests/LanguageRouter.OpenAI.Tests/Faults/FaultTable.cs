using System.Text;
using System.Text.Json;
using LanguageRouter.Execution;

namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>Writes the outcomes as the table of docs/resilience.md.</summary>
internal static class FaultTable
{
    private const string Begin = "<!-- fault table: written by `eval faults` -->";
    private const string End = "<!-- end of fault table -->";

    public static string Write(IReadOnlyList<FaultRow> rows)
    {
        var table = new StringBuilder();
        table.Append("| fault | what happens | whole, alone | whole, with a second route | streamed, alone | streamed, with a second route | cost of the failed attempt |\n|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{row.Fault.Name}` | {row.Fault.What} | {string.Join(" | ", row.Outcomes.Select(outcome => Describe(outcome.Outcome)))} | {Cost(row)} |\n");
        }

        return table.ToString();
    }

    /// <summary>Puts a table into a page, in place of the one that is there.</summary>
    public static string Insert(string page, string table)
    {
        var (begin, end) = Place(page);
        return $"{page[..begin]}\n{table}{page[end..]}";
    }

    public static string Read(string page)
    {
        var (begin, end) = Place(page);
        return page[(begin + 1)..end];
    }

    private static (int Begin, int End) Place(string page) =>
        (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));

    private static string Describe(FaultOutcome outcome)
    {
        var attempts = outcome.Record.Attempts;
        var last = attempts[^1];
        return outcome.Error is null
            ? attempts.Length > 1 ? "answer of the second" : "answer"
            : $"{(last.Outcome == AttemptOutcome.Broken ? "cut off with an error" : "error")}: {JsonNamingPolicy.KebabCaseLower.ConvertName(last.Error.ToString()!)}";
    }

    private static string Cost(FaultRow row) => string.Join(", ", row.Outcomes
        .SelectMany(outcome => outcome.Outcome.Record.Attempts)
        .Where(attempt => attempt.Outcome != AttemptOutcome.Succeeded)
        .Select(attempt => !attempt.Cost.IsKnown ? "unknown" : attempt.Cost.LikelyUsd == 0 ? "nothing" : "known")
        .Distinct()
        .DefaultIfEmpty("-"));
}
