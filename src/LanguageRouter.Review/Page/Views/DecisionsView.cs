using System.Text.Json;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Page.Views;

/// <summary>A page of decisions, and one decision with everything that is kept of it.</summary>
internal static class DecisionsView
{
    public const int PageSize = 50;

    public static async ValueTask WriteAsync(Utf8JsonWriter writer, IRecordStore store, ReviewQuery query, string? after, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync(query.Filter, after, PageSize, cancellationToken).ConfigureAwait(false);
        writer.WriteString("from", query.From);
        writer.WriteString("to", query.To);
        writer.WriteString("next", page.Next);
        if (page.SearchedBackTo is { } searched)
        {
            writer.WriteString("searchedBackTo", searched);
        }

        writer.WriteStartArray("lines");
        foreach (var line in page.Lines)
        {
            WriteLine(writer, line);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes one decision; false where there is none.</summary>
    public static async ValueTask<bool> WriteOneAsync(Utf8JsonWriter writer, IRecordStore store, Guid id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            return false;
        }

        writer.WritePropertyName("record");
        JsonSerializer.Serialize(writer, record, RecordJson.Default.StoredRecord);
        writer.WriteStartArray("feedback");
        await foreach (var feedback in store.ReadFeedbackAsync(decisionId: id, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            JsonSerializer.Serialize(writer, feedback, RecordJson.Default.StoredFeedback);
        }

        writer.WriteEndArray();
        if (await store.FindTextAsync(id, cancellationToken).ConfigureAwait(false) is { } text)
        {
            writer.WriteStartObject("text");
            writer.WriteString("prompt", text.Prompt);
            writer.WriteString("answer", text.Answer);
            writer.WriteEndObject();
        }

        return true;
    }

    private static void WriteLine(Utf8JsonWriter writer, RecordLine line)
    {
        writer.WriteStartObject();
        writer.WriteString("id", line.Id);
        writer.WriteString("time", line.Time);
        writer.WriteString("tenant", line.Tenant);
        writer.WriteString("route", line.Route);
        writer.WriteString("kind", line.Kind);
        writer.WriteString("model", line.Model);
        writer.WriteString("task", line.Task);
        writer.WriteString("language", line.Language);
        writer.WriteString("outcome", line.Outcome);
        writer.WriteString("origin", line.Origin);
        writer.WriteNumber("characters", line.Characters);
        if (line.Cost.IsKnown)
        {
            writer.WriteNumber("costUsd", line.Cost.LikelyUsd);
        }
        else
        {
            writer.WriteNull("costUsd");
        }

        writer.WriteNumber("durationMs", Math.Round(line.Duration.TotalMilliseconds));
        writer.WriteBoolean("simulated", line.Simulated);
        writer.WriteStartArray("reasons");
        foreach (var reason in line.Reasons)
        {
            writer.WriteStringValue(reason);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
