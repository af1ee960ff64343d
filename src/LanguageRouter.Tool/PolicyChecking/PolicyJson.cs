using System.Text.Json;
using LanguageRouter.Policies;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Writes the outcome of a check as JSON.</summary>
internal static class PolicyJson
{
    public static void Write(Utf8JsonWriter writer, CheckedConfiguration result)
    {
        var (configuration, mistakes, _) = result;
        writer.WriteBoolean("good", configuration is not null);
        Write(writer, "mistakes", mistakes);
        if (configuration is null)
        {
            return;
        }

        Write(writer, "notes", PolicyNotes.Of(result));
        writer.WriteStartArray("policies");
        foreach (var (tenant, policy) in PolicyNotes.Policies(configuration))
        {
            writer.WriteStartObject();
            writer.WriteString("tenant", tenant);
            writer.WriteString("version", policy.Version);
            writer.WriteString("mode", Names.Of(policy.Mode));
            writer.WriteString("defaultRoute", policy.DefaultRoute.Name);
            Write(writer, "allowedRoutes", policy.AllowedRoutes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the settings in force for a tenant.</summary>
    public static void Write(Utf8JsonWriter writer, string tenant, RoutingPolicy policy)
    {
        writer.WriteString("tenant", tenant);
        writer.WriteString("version", policy.Version);
        Write(writer, "chain", policy.Chain);
        writer.WriteStartObject("settings");
        foreach (var (name, value) in policy.Describe())
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes what differs between two configurations.</summary>
    public static void Write(Utf8JsonWriter writer, PolicyDifferences differences, RequestMoves moves)
    {
        Write(writer, "catalog", differences.Catalog);
        writer.WriteStartArray("policies");
        foreach (var group in differences.Groups)
        {
            writer.WriteStartObject();
            Write(writer, "tenants", group.Tenants);
            Write(writer, "changes", group.Sentences);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("requests", moves.Requests);
        writer.WriteNumber("moved", moves.Moved);
        writer.WriteStartArray("moves");
        foreach (var move in moves.Groups)
        {
            writer.WriteStartObject();
            writer.WriteString("tenant", move.Tenant);
            writer.WriteString("requests", move.What);
            writer.WriteNumber("count", move.Count);
            writer.WriteString("from", move.From);
            writer.WriteString("to", move.To);
            writer.WriteString("because", move.Because);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
