using System.Text.Json;
using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Page.Views;

/// <summary>The width of the pipe: characters per token by model and language over time, from the tenants' own requests.</summary>
internal static class PipeView
{
    public static async ValueTask WriteAsync(Utf8JsonWriter writer, IRecordStore store, ReviewQuery query, CancellationToken cancellationToken)
    {
        var rollups = await store.RollUpAsync(
            new RollupQuery
            {
                Filter = query.Filter with { Outcome = null, Reason = null },
                By = RollupGroups.Model | RollupGroups.Language | RollupGroups.Kind,
                Step = query.Step,
            },
            cancellationToken).ConfigureAwait(false);
        writer.WriteString("from", query.From);
        writer.WriteString("to", query.To);
        writer.WriteString("step", query.Step == TimeSpan.FromHours(1) ? "hour" : "day");
        writer.WriteStartArray("lines");

        // Behind translation a model never reads the user's own text: its pipe is the translator's.
        foreach (var group in rollups
            .Where(rollup => rollup.Kind != "translated")
            .GroupBy(rollup => (rollup.Model, rollup.Language))
            .OrderByDescending(group => group.Sum(rollup => rollup[RollupSum.Requests]))
            .Take(24))
        {
            var total = new RollupGroup("");
            foreach (var rollup in group)
            {
                total.Add(rollup);
            }

            writer.WriteStartObject();
            writer.WriteString("model", group.Key.Model);
            writer.WriteString("language", group.Key.Language);
            WriteWidth(writer, total.Rollup);
            writer.WriteStartArray("steps");
            foreach (var step in group.GroupBy(rollup => rollup.Start).OrderBy(step => step.Key))
            {
                var sum = new RollupGroup("");
                foreach (var rollup in step)
                {
                    sum.Add(rollup);
                }

                writer.WriteStartObject();
                writer.WriteString("start", step.Key.GetValueOrDefault());
                WriteWidth(writer, sum.Rollup);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteWidth(Utf8JsonWriter writer, Rollup rollup)
    {
        writer.WriteNumber("requests", rollup[RollupSum.Requests]);
        RollupJson.WriteRatio(writer, "measured", rollup[RollupSum.CountedCharacters], rollup[RollupSum.CountedTokens]);
        writer.WriteNumber("measuredTokens", rollup[RollupSum.CountedTokens]);
        RollupJson.WriteRatio(writer, "estimated", rollup[RollupSum.EstimatedCharacters], rollup[RollupSum.EstimatedTokens]);
    }
}
