using System.Globalization;
using System.Text.Json;
using LanguageRouter.Review.Replay;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;
using LanguageRouter.Tool.Reporting;
using LanguageRouter.Tool.Reviewing;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Replays the records of a store under another policy.</summary>
internal sealed class ReplayCommand(Terminal terminal)
{
    public required string Policy { get; init; }

    public required string Store { get; init; }

    public string? Tenant { get; init; }

    public bool Json { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var configuration = ConfigurationFile.Load(Policy);
        await StoreFile.UseAsync(Store, async store =>
        {
            var summary = await PolicyReplay.RunAsync(store, configuration, new RecordFilter { Tenant = Tenant }, cancellationToken).ConfigureAwait(false);
            var writer = terminal.OutputText();
            if (Json)
            {
                await writer.WriteAsync(Terminal.Utf8.GetString(JsonOutput.Document(json => Write(json, summary)).Span)).ConfigureAwait(false);
            }
            else
            {
                Print(new Tables(writer, terminal.OutputIsInteractive, terminal.Width), summary);
            }

            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static void Print(Tables tables, ReplaySummary summary)
    {
        tables.Pairs(
        [
            ("records", $"{Figures.Count(summary.Records)} replayed, {Figures.Count(summary.LeftOut)} left out (a conversation kept its route, or no candidates), {Figures.Count(summary.Refused)} refused (the policy does not permit what the request overrides)"),
            ("expected cost", $"{Figures.Usd(summary.RecordedCostUsd)} as recorded, {Figures.Usd(summary.PolicyCostUsd)} under the policy, over {Figures.Count(summary.Priced)} records (estimated)"),
            ("expected quality", $"{Figures.Points(summary.PointsDifference)} points a request (estimated)"),
            ("feedback", Feedback(summary.Feedback)),
            ("comparisons", summary.Compared == 0 ? "none with the policy's route" : $"score {Range(summary.ComparedScore)} over {Figures.Count(summary.Compared)} (measured); the better answer of each would have {summary.Regret.ToString("0.000", CultureInfo.InvariantCulture)} more"),
        ]);
        tables.Table(["recorded", "policy", ">records"], summary.Moves.Select(move => (IReadOnlyList<string>)[move.From, move.From == move.To ? "the same" : move.To, Figures.Count(move.Records)]));
    }

    private static string Feedback(OffPolicyEstimate estimate) => estimate.Matched == 0
        ? $"none can be said of {Figures.Count(estimate.Requests)} requests with feedback: the policy's routes were never tried on them. Let a share explore (Learning:ExplorationShare of a policy)."
        : $"logged {Range(estimate.Logged)}, policy {Range(estimate.DoublyRobust)} doubly robust, {Range(estimate.InversePropensity)} by inverse propensity; stands for {Figures.Count(estimate.Supported)} of {Figures.Count(estimate.Requests)} requests with feedback";

    private static string Range(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Estimate:0.000} ({interval.Low:0.000} to {interval.High:0.000})");

    private static void Write(Utf8JsonWriter json, ReplaySummary summary)
    {
        json.WriteNumber("records", summary.Records);
        json.WriteNumber("leftOut", summary.LeftOut);
        json.WriteNumber("refused", summary.Refused);
        json.WriteNumber("priced", summary.Priced);
        json.WriteNumber("recordedCostUsd", summary.RecordedCostUsd);
        json.WriteNumber("policyCostUsd", summary.PolicyCostUsd);
        json.WriteNumber("pointsDifference", Math.Round(summary.PointsDifference, 4));
        json.WriteStartObject("feedback");
        json.WriteNumber("requests", summary.Feedback.Requests);
        json.WriteNumber("supported", summary.Feedback.Supported);
        json.WriteNumber("matched", summary.Feedback.Matched);
        VerdictJson.Write(json, "logged", summary.Feedback.Logged);
        VerdictJson.Write(json, "inversePropensity", summary.Feedback.InversePropensity);
        VerdictJson.Write(json, "doublyRobust", summary.Feedback.DoublyRobust);
        json.WriteEndObject();
        json.WriteNumber("compared", summary.Compared);
        VerdictJson.Write(json, "comparedScore", summary.ComparedScore);
        json.WriteNumber("regret", Math.Round(summary.Regret, 6));
        json.WriteStartArray("moves");
        foreach (var move in summary.Moves)
        {
            json.WriteStartObject();
            json.WriteString("from", move.From);
            json.WriteString("to", move.To);
            json.WriteNumber("records", move.Records);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
