using System.Text.Json;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Store.Rollups;

namespace LanguageRouter.Review.Page.Views;

/// <summary>Writes sums as the page reads them. A figure that has no observation behind it is null, never 0.</summary>
internal static class RollupJson
{
    private static readonly (string Name, RollupSum First)[] BaselineSums =
    [
        ("default", RollupSum.DefaultRequests),
        ("direct", RollupSum.DirectRequests),
        ("translated", RollupSum.TranslatedRequests),
        ("adapted", RollupSum.AdaptedRequests),
        ("cheapest", RollupSum.CheapestRequests),
        ("dearest", RollupSum.DearestRequests),
    ];

    public static void WriteLine(Utf8JsonWriter writer, Rollup rollup)
    {
        writer.WriteNumber("requests", rollup[RollupSum.Requests]);
        writer.WriteNumber("failed", rollup[RollupSum.Failed]);
        writer.WriteNumber("costKnown", rollup[RollupSum.CostKnown]);
        WriteUsd(writer, "costUsd", rollup[RollupSum.Cost], rollup[RollupSum.CostKnown] > 0);
        WriteBaseline(writer, "saving", rollup, RollupSum.DefaultRequests);
        WriteMilliseconds(writer, "p50Ms", rollup.DurationQuantile(0.5));
        WriteMilliseconds(writer, "p95Ms", rollup.DurationQuantile(0.95));
        WriteRatio(writer, "points", rollup[RollupSum.QualityPoints], rollup[RollupSum.QualityEstimated] * 1000);
        writer.WriteNumber("pointsOf", rollup[RollupSum.QualityEstimated]);
        WriteFeedback(writer, rollup);
    }

    public static void WriteBaselines(Utf8JsonWriter writer, Rollup rollup)
    {
        writer.WriteStartArray("baselines");
        foreach (var (name, first) in BaselineSums)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            WriteBaseline(writer, "saving", rollup, first);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteRatio(Utf8JsonWriter writer, string name, double dividend, double divisor)
    {
        if (divisor > 0)
        {
            writer.WriteNumber(name, Math.Round(dividend / divisor, 6));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void WriteUsd(Utf8JsonWriter writer, string name, long nano, bool isKnown)
    {
        if (isKnown)
        {
            writer.WriteNumber(name, Nano.ToUsd(nano));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteMilliseconds(Utf8JsonWriter writer, string name, TimeSpan? span)
    {
        if (span is { } value)
        {
            writer.WriteNumber(name, Math.Round(value.TotalMilliseconds));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    // The measured cost of the compared requests, and what the baseline is estimated to have cost for the same requests.
    private static void WriteBaseline(Utf8JsonWriter writer, string name, Rollup rollup, RollupSum first)
    {
        var requests = rollup[first];
        if (requests == 0)
        {
            writer.WriteNull(name);
            return;
        }

        var actual = rollup[first + 1];
        writer.WriteStartObject(name);
        writer.WriteNumber("requests", requests);
        writer.WriteNumber("actualUsd", Nano.ToUsd(actual));
        writer.WriteNumber("baselineUsd", Nano.ToUsd(rollup[first + 3]));
        writer.WriteNumber("low", Nano.ToUsd(rollup[first + 2] - actual));
        writer.WriteNumber("likely", Nano.ToUsd(rollup[first + 3] - actual));
        writer.WriteNumber("high", Nano.ToUsd(rollup[first + 4] - actual));
        writer.WriteEndObject();
    }

    private static void WriteFeedback(Utf8JsonWriter writer, Rollup rollup)
    {
        double count = rollup[RollupSum.Feedbacks];
        if (count == 0)
        {
            writer.WriteNull("feedback");
            return;
        }

        // Normal approximation; the verdicts use intervals that hold under continuous looking.
        var mean = rollup[RollupSum.FeedbackScore] / 1e6 / count;
        var variance = Math.Max(0, rollup[RollupSum.FeedbackSquares] / 1e6 / count - mean * mean);
        var half = count < 2 ? 0.5 : 1.96 * Math.Sqrt(variance / (count - 1));
        writer.WriteStartObject("feedback");
        writer.WriteNumber("count", (long)count);
        writer.WriteNumber("mean", Math.Round(mean, 4));
        writer.WriteNumber("low", Math.Round(Math.Max(0, mean - half), 4));
        writer.WriteNumber("high", Math.Round(Math.Min(1, mean + half), 4));
        writer.WriteEndObject();
    }
}
