using System.Globalization;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;
using LanguageRouter.Tool.Reporting;
using LanguageRouter.Tool.Reviewing;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Prints the verdicts of a store.</summary>
internal sealed class VerdictCommand(Terminal terminal)
{
    public required string Store { get; init; }

    public string? Tenant { get; init; }

    public double LatencyMargin { get; init; }

    public bool Json { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await StoreFile.UseAsync(Store, async store =>
        {
            var verdicts = await VerdictReport.ReadAsync(store, new RecordFilter { Tenant = Tenant }, new VerdictTerms { LatencyMargin = LatencyMargin }, withEstimates: true, cancellationToken: cancellationToken).ConfigureAwait(false);
            var writer = terminal.OutputText();
            if (Json)
            {
                await writer.WriteAsync(Terminal.Utf8.GetString(JsonOutput.Document(json => VerdictJson.Write(json, verdicts)).Span)).ConfigureAwait(false);
            }
            else
            {
                var savings = await AccountSavings.ReadAsync(store, new RecordFilter { Tenant = Tenant }, cancellationToken).ConfigureAwait(false);
                var tables = new Tables(writer, terminal.OutputIsInteractive, terminal.Width);
                PrintSavings(tables, savings);
                tables.Table(
                    ["tenant", "language", "task", "route", "against", "verdict", ">win/tie/loss", ">quality", ">saving", "costs", ">slower (seconds)", ">more pairs"],
                    verdicts.Select(Row));
            }

            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static void PrintSavings(Tables tables, AccountSavings savings)
    {
        tables.Table(
            ["saved against (estimated)", ">requests", ">paid (measured)", ">saved", ">range", ">net of shadow runs"],
            savings.Lines.Select(line => (IReadOnlyList<string>)
            [
                line.Against, Figures.Count(line.Requests), Figures.Usd(line.Paid), Figures.Usd(line.Likely), $"{Figures.Usd(line.Low)} to {Figures.Usd(line.High)}", Figures.Usd(line.Likely - savings.Shadows),
            ]));
        tables.Pairs(
        [
            ("the router's own cost", $"{Figures.Usd(savings.Shadows)} for shadow runs and judges{(savings.UnknownShadows > 0 ? $"; {Figures.Count(savings.UnknownShadows)} of them reported no usage" : "")}"),
            ("", $"{Figures.Usd(savings.Attempts)} for attempts that did not answer; it is in what was paid"),
        ]);
    }

    private static IReadOnlyList<string> Row(Verdict verdict) =>
    [
        verdict.Tenant,
        verdict.Language,
        verdict.Task.Length == 0 ? "all" : verdict.Task,
        verdict.Route,
        verdict.Against,
        VerdictJson.Name(verdict.Outcome),
        string.Create(CultureInfo.InvariantCulture, $"{verdict.Wins}/{verdict.Ties}/{verdict.Losses}"),
        verdict.Judged == 0 ? Figures.Unknown : Range(verdict.Quality),
        verdict.Priced == 0 ? Figures.Unknown : Range(verdict.Saving),
        verdict.CostIsEstimated ? "one estimated" : "measured",
        verdict.Timed == 0 ? Figures.Unknown : Range(verdict.SecondsSlower, "0.00"),
        verdict.MorePairs is { } more ? more.ToString(CultureInfo.InvariantCulture) : Figures.Unknown,
    ];

    private static string Range(Interval interval, string format = "P0")
    {
        return $"{Text(interval.Estimate)} ({Text(interval.Low)} to {Text(interval.High)})";

        string Text(double value) => double.IsInfinity(value) ? Figures.Unknown : value.ToString(format, CultureInfo.InvariantCulture);
    }
}
