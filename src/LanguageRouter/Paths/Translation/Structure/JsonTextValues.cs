using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageRouter.Paths.Translation.Structure;

/// <summary>Finds the string values of a JSON text that are prose, and puts others in their place; every other byte stays.</summary>
internal sealed class JsonTextValues
{
    private readonly byte[] _json;
    private readonly List<(int Start, int Length, string Value)> _found = [];

    private JsonTextValues(byte[] json) => _json = json;

    /// <summary>Gets the prose, in the order of the text.</summary>
    public IReadOnlyList<string> Values => [.. _found.Select(f => f.Value)];

    /// <summary>Reads a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="selector">Says where prose is.</param>
    /// <returns><see langword="null"/> where the text is no JSON.</returns>
    public static JsonTextValues? TryRead(string json, IJsonTextSelector selector)
    {
        var values = new JsonTextValues(Encoding.UTF8.GetBytes(json));
        var reader = new Utf8JsonReader(values._json);
        var names = new Stack<string?>();
        string? name = null;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        names.Push(name);
                        name = reader.TokenType == JsonTokenType.StartArray ? JsonPath.Item : null;
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        name = names.Pop();
                        break;
                    case JsonTokenType.PropertyName:
                        name = reader.GetString();
                        break;
                    case JsonTokenType.String:
                        var path = new JsonPath(names, name);
                        if (selector.IsText(path))
                        {
                            values._found.Add(((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex), reader.GetString()!));
                        }

                        break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return values;
    }

    /// <summary>Writes the JSON text with other values.</summary>
    public string With(IReadOnlyList<string> texts)
    {
        var result = new ArrayBufferWriter<byte>(_json.Length * 2);
        var done = 0;
        for (var i = 0; i < _found.Count; i++)
        {
            var (start, length, value) = _found[i];
            if (string.Equals(value, texts[i], StringComparison.Ordinal))
            {
                continue;
            }

            result.Write(_json.AsSpan(done, start - done));
            result.Write("\""u8);
            result.Write(JsonEncodedText.Encode(texts[i], JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            result.Write("\""u8);
            done = start + length;
        }

        result.Write(_json.AsSpan(done));
        return Encoding.UTF8.GetString(result.WrittenSpan);
    }
}
