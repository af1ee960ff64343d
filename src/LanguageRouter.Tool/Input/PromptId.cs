using System.Text.Json;

namespace LanguageRouter.Tool.Input;

/// <summary>The identifier of an input line: the line's own string or number, else its line number.</summary>
internal readonly record struct PromptId
{
    private readonly string _value;
    private readonly bool _isNumber;

    private PromptId(string value, bool isNumber)
    {
        _value = value;
        _isNumber = isNumber;
    }

    public static PromptId OfLine(int number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), isNumber: true);

    public static PromptId? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new PromptId(element.GetString()!, isNumber: false),
        JsonValueKind.Number => new PromptId(element.GetRawText(), isNumber: true),
        _ => null,
    };

    public void Write(Utf8JsonWriter writer)
    {
        if (_isNumber)
        {
            writer.WritePropertyName("id");
            writer.WriteRawValue(_value);
        }
        else
        {
            writer.WriteString("id", _value);
        }
    }

    public override string ToString() => _value;
}
