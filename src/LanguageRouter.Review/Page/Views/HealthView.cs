using System.Text.Json;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Page.Views;

/// <summary>Whether records are written, how many were lost, how much is kept, and which routes fail.</summary>
internal static class HealthView
{
    public static async ValueTask WriteAsync(Utf8JsonWriter writer, IRecordStore store, StoreStatus? status, ReviewQuery query, CancellationToken cancellationToken)
    {
        var extent = await store.ReadExtentAsync(cancellationToken).ConfigureAwait(false);
        writer.WriteStartObject("store");
        writer.WriteString("place", store.Place);
        writer.WriteNumber("records", extent.Records);
        writer.WriteNumber("bytes", extent.Bytes);
        writer.WriteNumber("schema", extent.SchemaVersion);
        if (extent.Oldest is { } oldest)
        {
            writer.WriteString("oldest", oldest);
        }

        if (extent.Newest is { } newest)
        {
            writer.WriteString("newest", newest);
        }

        writer.WriteEndObject();
        if (status is null)
        {
            writer.WriteNull("writer");
        }
        else
        {
            writer.WriteStartObject("writer");
            writer.WriteNumber("committed", status.Committed);
            writer.WriteNumber("queued", status.Queued);
            writer.WriteNumber("dropped", status.Dropped);
            writer.WriteNumber("failures", status.Failures);
            if (status.FailingSince is { } since)
            {
                writer.WriteString("failingSince", since);
                writer.WriteString("fault", status.LastFault);
            }

            if (status.LearntFault is { } fault)
            {
                writer.WriteString("learntFault", fault);
            }

            writer.WriteEndObject();
        }

        var routes = await store.RollUpAsync(
            new RollupQuery { Filter = query.Filter with { Outcome = null, Reason = null }, By = RollupGroups.Route | RollupGroups.Kind | RollupGroups.Model }, cancellationToken).ConfigureAwait(false);
        writer.WriteStartArray("routes");
        foreach (var route in routes.OrderByDescending(route => route[RollupSum.Requests]).Take(200))
        {
            writer.WriteStartObject();
            writer.WriteString("name", route.Route);
            writer.WriteString("kind", route.Kind);
            writer.WriteString("model", route.Model);
            RollupJson.WriteLine(writer, route);
            writer.WriteNumber("cancelled", route[RollupSum.Cancelled]);
            writer.WriteNumber("failedOver", route[RollupSum.FailedOver]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
