using System.Text.Json;
using System.Text.Json.Serialization;

namespace LanguageRouter.Decisions;

/// <summary>Writes a decision as JSON, in the form that the tool prints and docs/concepts.md describes. It cannot be read back.</summary>
public sealed class RoutingDecisionJsonConverter : JsonConverter<RoutingDecision>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a decision belongs to the process that made it.</exception>
    public override RoutingDecision Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A routing decision cannot be read from JSON.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RoutingDecision value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        RoutingJson.WriteProperties(writer, value);
        writer.WriteEndObject();
    }
}
