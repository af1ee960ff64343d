using System.Text.Json;
using System.Text.Json.Serialization;
using LanguageRouter.Tokens;

namespace LanguageRouter.Review.Records;

/// <summary>Writes an exact count as a number, an interval as <c>[low, likely, high]</c>.</summary>
internal sealed class TokenIntervalConverter : JsonConverter<TokenInterval>
{
    public override TokenInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return TokenInterval.Exact(reader.GetInt32());
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A count is a number or three numbers.");
        }

        var interval = new TokenInterval(Next(ref reader), Next(ref reader), Next(ref reader));
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? interval : throw new JsonException("A count has three ends.");
    }

    public override void Write(Utf8JsonWriter writer, TokenInterval value, JsonSerializerOptions options)
    {
        if (value.IsExact)
        {
            writer.WriteNumberValue(value.Likely);
            return;
        }

        writer.WriteStartArray();
        writer.WriteNumberValue(value.Low);
        writer.WriteNumberValue(value.Likely);
        writer.WriteNumberValue(value.High);
        writer.WriteEndArray();
    }

    private static int Next(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : throw new JsonException("A count has three ends.");
}
