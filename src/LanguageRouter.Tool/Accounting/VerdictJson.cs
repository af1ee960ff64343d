using System.Text.Json;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Writes verdicts as JSON.</summary>
internal static class VerdictJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<Verdict> verdicts)
    {
        json.WriteStartArray("verdicts");
        foreach (var verdict in verdicts)
        {
            json.WriteStartObject();
            json.WriteString("tenant", verdict.Tenant);
            json.WriteString("language", verdict.Language);
            json.WriteString("task", verdict.Task);
            json.WriteString("route", verdict.Route);
            json.WriteString("against", verdict.Against);
            json.WriteString("verdict", Name(verdict.Outcome));
            json.WriteNumber("judged", verdict.Judged);
            json.WriteNumber("wins", verdict.Wins);
            json.WriteNumber("ties", verdict.Ties);
            json.WriteNumber("losses", verdict.Losses);
            Write(json, "quality", verdict.Quality);
            json.WriteNumber("priced", verdict.Priced);
            Write(json, "saving", verdict.Saving);
            json.WriteBoolean("costIsEstimated", verdict.CostIsEstimated);
            json.WriteNumber("timed", verdict.Timed);
            Write(json, "timeSaving", verdict.TimeSaving);
            Write(json, "secondsSlower", verdict.SecondsSlower);
            if (verdict.MorePairs is { } more)
            {
                json.WriteNumber("morePairs", more);
            }
            else
            {
                json.WriteNull("morePairs");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an interval; an end that is not known is null.</summary>
    public static void Write(Utf8JsonWriter json, string name, Interval interval)
    {
        json.WriteStartObject(name);
        Write(json, "low", interval.Low);
        Write(json, "estimate", interval.Estimate);
        Write(json, "high", interval.High);
        json.WriteEndObject();
    }

    public static string Name(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Beneficial => "beneficial",
        VerdictOutcome.NotBeneficial => "not-beneficial",
        _ => "not-enough-data",
    };

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, Math.Round(value, 6));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
