using System.Text.Json;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Page.Views;

/// <summary>Whether a path was beneficial, and what the answer rests on.</summary>
/// <remarks>Verdicts rest on comparisons; estimated costs would need every record, and decide nothing.</remarks>
internal static class VerdictsView
{
    public static async ValueTask WriteAsync(Utf8JsonWriter writer, IRecordStore store, VerdictTerms? terms, ReviewQuery query, CancellationToken cancellationToken)
    {
        writer.WriteNumber("latencyMargin", (terms ?? new VerdictTerms()).LatencyMargin);
        writer.WriteStartArray("verdicts");
        foreach (var verdict in await VerdictReport.ReadAsync(store, query.Filter, terms, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            writer.WriteStartObject();
            writer.WriteString("tenant", verdict.Tenant);
            writer.WriteString("language", verdict.Language);
            writer.WriteString("task", verdict.Task);
            writer.WriteString("path", verdict.Route);
            writer.WriteString("against", verdict.Against);
            writer.WriteString("verdict", verdict.Outcome switch
            {
                VerdictOutcome.Beneficial => "beneficial",
                VerdictOutcome.NotBeneficial => "not-beneficial",
                _ => "not-enough-data",
            });
            WriteInterval(writer, "saving", verdict.Saving, verdict.Priced);
            writer.WriteBoolean("savingIsMeasured", !verdict.CostIsEstimated);
            writer.WriteNumber("wins", verdict.Wins);
            writer.WriteNumber("ties", verdict.Ties);
            writer.WriteNumber("losses", verdict.Losses);
            WriteInterval(writer, "winRate", verdict.Quality, verdict.Judged);
            WriteInterval(writer, "latencySeconds", verdict.SecondsSlower, verdict.Timed);
            if (verdict.MorePairs is > 0 and var more)
            {
                writer.WriteNumber("more", more);
            }

            writer.WriteBoolean("simulated", verdict.Simulated);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // An end that nothing is claimed of yet is null.
    private static void WriteInterval(Utf8JsonWriter writer, string name, Interval interval, int pairs)
    {
        if (pairs == 0)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteEnd("low", interval.Low);
        WriteEnd("likely", interval.Estimate);
        WriteEnd("high", interval.High);
        writer.WriteEndObject();

        void WriteEnd(string end, double value)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumber(end, Math.Round(value, 4));
            }
            else
            {
                writer.WriteNull(end);
            }
        }
    }
}
