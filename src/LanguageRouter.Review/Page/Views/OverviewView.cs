using System.Text.Json;
using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Page.Views;

/// <summary>Cost, savings, quality, latency and volume over time, and by tenant, route, language, task and model.</summary>
internal static class OverviewView
{
    public static async ValueTask WriteAsync(Utf8JsonWriter writer, IRecordStore store, ReviewQuery query, CancellationToken cancellationToken)
    {
        var filter = query.Filter with { Outcome = null, Reason = null };
        var byGroup = new RollupQuery
        {
            Filter = filter,
            By = RollupGroups.Tenant | RollupGroups.Route | RollupGroups.Language | RollupGroups.Task | RollupGroups.Model | RollupGroups.Simulated,
        };

        // Both read sums and nothing else; on two connections the longer of them is all that is waited for.
        var reading = Task.Run(() => store.RollUpAsync(byGroup, cancellationToken).AsTask(), cancellationToken);
        var steps = await store.RollUpAsync(new RollupQuery { Filter = filter, Step = query.Step }, cancellationToken).ConfigureAwait(false);
        var lines = await reading.ConfigureAwait(false);
        var total = new RollupGroup("");
        foreach (var line in lines)
        {
            total.Add(line);
        }

        writer.WriteString("from", query.From);
        writer.WriteString("to", query.To);
        writer.WriteString("step", query.Step == TimeSpan.FromHours(1) ? "hour" : "day");
        writer.WriteNumber("simulatedRequests", lines.Where(line => line.Simulated == true).Sum(line => line[RollupSum.Requests]));
        WriteTotals(writer, total);
        writer.WriteStartArray("steps");
        foreach (var step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("start", step.Start.GetValueOrDefault());
            RollupJson.WriteLine(writer, step);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("by");
        WriteGroups(writer, "route", lines, line => line.Route);
        WriteGroups(writer, "model", lines, line => line.Model);
        WriteGroups(writer, "language", lines, line => line.Language);
        WriteGroups(writer, "task", lines, line => line.Task);
        WriteGroups(writer, "tenant", lines, line => line.Tenant);
        writer.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter writer, RollupGroup total)
    {
        var rollup = total.Rollup;
        writer.WriteStartObject("totals");
        RollupJson.WriteLine(writer, rollup);
        writer.WriteNumber("cancelled", rollup[RollupSum.Cancelled]);
        writer.WriteNumber("failedOver", rollup[RollupSum.FailedOver]);
        writer.WriteNumber("observed", rollup[RollupSum.Observed]);
        writer.WriteNumber("diverged", rollup[RollupSum.Diverged]);
        writer.WriteNumber("inputTokens", rollup[RollupSum.InputTokens]);
        writer.WriteNumber("cachedTokens", rollup[RollupSum.CachedTokens]);
        writer.WriteNumber("outputTokens", rollup[RollupSum.OutputTokens]);
        writer.WriteNumber("reasoningTokens", rollup[RollupSum.ReasoningTokens]);
        RollupJson.WriteUsd(writer, "attemptCostUsd", rollup[RollupSum.OwnCost], isKnown: true);
        RollupJson.WriteUsd(writer, "shadowCostUsd", rollup[RollupSum.ShadowCost], isKnown: true);
        writer.WriteNumber("shadowsOfUnknownCost", rollup[RollupSum.ShadowsOfUnknownCost]);
        RollupJson.WriteRatio(writer, "lowPoints", rollup[RollupSum.QualityLowPoints], rollup[RollupSum.QualityEstimated] * 1000);
        RollupJson.WriteRatio(writer, "firstUpdateMs", rollup[RollupSum.FirstUpdate], rollup[RollupSum.FirstUpdates]);
        RollupJson.WriteBaselines(writer, rollup);
        writer.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter writer, string name, IReadOnlyList<Rollup> lines, Func<Rollup, string?> key)
    {
        writer.WriteStartArray(name);
        foreach (var group in RollupGroup.By(lines, key).Take(200))
        {
            writer.WriteStartObject();
            writer.WriteString("name", group.Name);
            RollupJson.WriteLine(writer, group.Rollup);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
