using System.Globalization;
using System.Text.Json;

namespace LanguageRouter.Tool.Input;

/// <summary>Finds a value by the name of its field, or by a path such as <c>body.messages</c> or <c>ja.0</c>.</summary>
internal static class JsonPath
{
    public static bool TryFind(JsonElement root, string path, out JsonElement value) => TryFind(root, path, out value, out _);

    /// <summary>Finds a value and the object or array that holds it.</summary>
    public static bool TryFind(JsonElement root, string path, out JsonElement value, out JsonElement holder)
    {
        // A field whose own name has a dot comes first.
        holder = root;
        if (root.TryGetProperty(path, out value))
        {
            return true;
        }

        value = root;
        foreach (var step in path.Split('.'))
        {
            holder = value;
            if (!TryStep(holder, step, out value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryStep(JsonElement element, string step, out JsonElement value)
    {
        value = default;
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.TryGetProperty(step, out value);
        }

        if (element.ValueKind != JsonValueKind.Array || !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= element.GetArrayLength())
        {
            return false;
        }

        value = element[index];
        return true;
    }
}
