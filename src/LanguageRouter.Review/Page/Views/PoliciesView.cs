using System.Text.Json;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Page.Views;

/// <summary>The policy versions with their traffic, and what candidate policies in shadow would have chosen.</summary>
internal static class PoliciesView
{
    public static async ValueTask WriteAsync(Utf8JsonWriter writer, IRecordStore store, ReviewQuery query, CancellationToken cancellationToken)
    {
        var filter = query.Filter with { Outcome = null, Reason = null };
        var policies = await store.ReadPoliciesAsync(cancellationToken).ConfigureAwait(false);
        var rollups = await store.RollUpAsync(new RollupQuery { Filter = filter, By = RollupGroups.Policy | RollupGroups.Tenant }, cancellationToken).ConfigureAwait(false);
        var shadows = await store.RollUpShadowsAsync(filter, cancellationToken).ConfigureAwait(false);
        writer.WriteStartArray("policies");
        foreach (var group in RollupGroup.By(rollups, rollup => rollup.Policy))
        {
            writer.WriteStartObject();
            writer.WriteString("version", group.Name);
            RollupJson.WriteLine(writer, group.Rollup);
            writer.WriteStartArray("tenants");
            foreach (var tenant in rollups.Where(rollup => rollup.Policy == group.Name).Select(rollup => rollup.Tenant ?? "").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(50))
            {
                writer.WriteStringValue(tenant);
            }

            writer.WriteEndArray();
            if (policies.FirstOrDefault(policy => policy.Version == group.Name) is { } policy)
            {
                writer.WritePropertyName("policy");
                JsonSerializer.Serialize(writer, policy, RecordJson.Default.StoredPolicy);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("shadows");
        foreach (var shadow in shadows.Take(500))
        {
            writer.WriteStartObject();
            writer.WriteString("policy", shadow.Policy);
            writer.WriteString("candidate", shadow.Candidate);
            writer.WriteString("chosen", shadow.Chosen);
            writer.WriteString("route", shadow.Route);
            writer.WriteNumber("requests", shadow.Requests);
            writer.WriteNumber("unknown", shadow.Unknown);
            writer.WriteNumber("low", shadow.CostDifference.LowUsd);
            writer.WriteNumber("likely", shadow.CostDifference.LikelyUsd);
            writer.WriteNumber("high", shadow.CostDifference.HighUsd);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
