using System.Text.Json;
using System.Text.Json.Serialization;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Records;

/// <summary>Writes an exact cost as a number, an interval as <c>[low, likely, high]</c>, an unknown cost as the reason.</summary>
internal sealed class CostIntervalConverter : JsonConverter<CostInterval>
{
    public override CostInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return CostInterval.Exact(reader.GetDecimal());
            case JsonTokenType.String:
                return CostInterval.Unknown(reader.GetString() is { Length: > 0 } because ? because : "unknown");
            case JsonTokenType.StartArray:
                var low = Next(ref reader);
                var likely = Next(ref reader);
                var high = Next(ref reader);
                return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? CostInterval.Of(low, likely, high) : throw new JsonException("A cost has three ends.");
            default:
                throw new JsonException("A cost is a number, three numbers or a text.");
        }
    }

    public override void Write(Utf8JsonWriter writer, CostInterval value, JsonSerializerOptions options)
    {
        if (value.UnknownBecause is { } because)
        {
            writer.WriteStringValue(because);
        }
        else if (value.LowUsd == value.HighUsd)
        {
            DecimalText.Write(writer, value.LikelyUsd);
        }
        else
        {
            writer.WriteStartArray();
            DecimalText.Write(writer, value.LowUsd);
            DecimalText.Write(writer, value.LikelyUsd);
            DecimalText.Write(writer, value.HighUsd);
            writer.WriteEndArray();
        }
    }

    private static decimal Next(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetDecimal() : throw new JsonException("A cost has three ends.");
}
