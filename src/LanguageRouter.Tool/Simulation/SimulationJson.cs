using System.Text.Json;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.Simulation;

/// <summary>Writes a simulation's summary as JSON.</summary>
internal static class SimulationJson
{
    public static void Write(Utf8JsonWriter writer, SimulationSummary summary, LineCounts counts)
    {
        writer.WriteNumber("requests", counts.Done);
        writer.WriteNumber("unreadLines", counts.Unread);
        writer.WriteString("tenant", summary.Tenant);
        writer.WriteString("policyVersion", summary.Policy.Version);
        writer.WriteString("mode", Names.Of(summary.Policy.Mode));
        writer.WriteString("defaultRoute", summary.Policy.DefaultRoute.Name);
        Write(writer, "languages", summary.Languages);
        Write(writer, "tasks", summary.Tasks);
        Write(writer, "reasons", summary.Reasons);
        writer.WriteStartArray("routes");
        foreach (var tally in summary.Routes)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tally.Route.Name);
            writer.WriteString("kind", Names.Of(tally.Route.Kind));
            writer.WriteBoolean("hypothetical", tally.Route.IsHypothetical);
            writer.WriteNumber("chosen", tally.Chosen);
            WriteCost(writer, "chosenCostUsd", tally.ChosenCost);
            Write(writer, "excluded", tally.Exclusions);
            writer.WritePropertyName("always");
            Write(writer, tally.Always, summary);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("decided");
        Write(writer, summary.Decided, summary);
        writer.WritePropertyName("sent");
        Write(writer, summary.Sent, summary);
        writer.WritePropertyName("cheapest");
        Write(writer, summary.Cheapest, summary);
        writer.WriteStartObject("tokens");
        foreach (var tally in summary.Tokens)
        {
            Write(writer, tally);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Strategy strategy, SimulationSummary summary)
    {
        writer.WriteStartObject();
        WriteCost(writer, "costUsd", strategy.Cost);
        WriteNumber(writer, "costAgainstDefault", strategy.CostAgainst(summary.Default));
        WriteNumber(writer, "meanQualityPoints", strategy.MeanPoints);
        writer.WriteNumber("unmeasuredQuality", strategy.Unmeasured);
        writer.WriteNumber("againstRules", strategy.Excluded);
        writer.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter writer, string name, in CostTally cost)
    {
        writer.WriteStartObject(name);
        if (cost.IsComplete)
        {
            writer.WriteNumber("low", cost.Known.LowUsd);
            writer.WriteNumber("likely", cost.Known.LikelyUsd);
            writer.WriteNumber("high", cost.Known.HighUsd);
        }
        else
        {
            writer.WriteString("unknown", cost.UnknownBecause);
            writer.WriteNumber("unknownRequests", cost.UnknownCount);
            writer.WriteNumber("knownRequests", cost.KnownCount);
            writer.WriteNumber("knownLikely", cost.Known.LikelyUsd);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, Math.Round(number, 6));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, Counter counter)
    {
        writer.WriteStartObject(name);
        foreach (var (key, count) in counter.Counts)
        {
            writer.WriteNumber(key, count);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TokenTally tally)
    {
        writer.WriteStartObject(tally.Tokenizer);
        writer.WriteNumber("low", tally.Low);
        writer.WriteNumber("likely", tally.Likely);
        writer.WriteNumber("high", tally.High);
        writer.WriteNumber("exact", tally.Exact);
        writer.WriteNumber("requestsOutsideBounds", tally.OutsideBounds);
        writer.WriteEndObject();
    }
}
