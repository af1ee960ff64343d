using System.Text.Json;
using System.Text.Json.Serialization;

namespace LanguageRouter.Review.Records;

/// <summary>Writes a time span as milliseconds, exact to the tick.</summary>
internal sealed class MillisecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromTicks((long)(reader.GetDecimal() * TimeSpan.TicksPerMillisecond));

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => DecimalText.Write(
        writer, value.Ticks % TimeSpan.TicksPerMillisecond == 0 ? value.Ticks / TimeSpan.TicksPerMillisecond : (decimal)value.Ticks / TimeSpan.TicksPerMillisecond);
}
