using System.Text.Json;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Page.Views;

/// <summary>Whether a path was beneficial, and what the answer rests on.</summary>
internal static class VerdictsView
{
    public static async ValueTask WriteAsync(Utf8JsonWriter writer, IRecordStore store, IReviewVerdicts? verdicts, ReviewQuery query, CancellationToken cancellationToken)
    {
        writer.WriteBoolean("available", verdicts is not null);
        writer.WriteStartArray("verdicts");
        foreach (var verdict in verdicts is null ? [] : await verdicts.ReadAsync(store, query.Filter, cancellationToken).ConfigureAwait(false))
        {
            writer.WriteStartObject();
            writer.WriteString("tenant", verdict.Tenant);
            writer.WriteString("language", verdict.Language);
            writer.WriteString("task", verdict.Task);
            writer.WriteString("path", verdict.Path);
            writer.WriteString("against", verdict.Against);
            writer.WriteString("verdict", verdict.Verdict);
            WriteInterval(writer, "saving", verdict.Saving);
            writer.WriteBoolean("savingIsMeasured", verdict.SavingIsMeasured);
            writer.WriteNumber("wins", verdict.Wins);
            writer.WriteNumber("ties", verdict.Ties);
            writer.WriteNumber("losses", verdict.Losses);
            WriteInterval(writer, "winRate", verdict.WinRate);
            if (verdict.LatencySeconds is { } seconds)
            {
                writer.WriteNumber("latencySeconds", seconds);
            }

            if (verdict.More is { } more)
            {
                writer.WriteNumber("more", more);
            }

            writer.WriteBoolean("simulated", verdict.Simulated);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteInterval(Utf8JsonWriter writer, string name, (double Low, double Likely, double High)? interval)
    {
        if (interval is not { } value)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("low", Math.Round(value.Low, 4));
        writer.WriteNumber("likely", Math.Round(value.Likely, 4));
        writer.WriteNumber("high", Math.Round(value.High, 4));
        writer.WriteEndObject();
    }
}
