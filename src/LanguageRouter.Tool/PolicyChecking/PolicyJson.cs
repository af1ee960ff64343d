using System.Text.Json;
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
