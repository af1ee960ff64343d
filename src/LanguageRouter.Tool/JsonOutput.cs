using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageRouter.Tool;

/// <summary>Writes JSON that people can read too: Japanese stays Japanese, without a byte order mark.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Writes one JSON object and a line end.</summary>
    public static ReadOnlyMemory<byte> Line(Action<Utf8JsonWriter> write) => Render(write, OneLine);

    /// <summary>Writes one JSON object over several lines.</summary>
    public static ReadOnlyMemory<byte> Document(Action<Utf8JsonWriter> write) => Render(write, Indented);

    private static ReadOnlyMemory<byte> Render(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
