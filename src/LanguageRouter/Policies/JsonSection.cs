using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace LanguageRouter.Policies;

/// <summary>A part of a JSON document as a configuration section: finding the children of one costs no look at the others.</summary>
internal sealed class JsonSection(string key, string path, JsonElement element) : IConfigurationSection
{
    public string Key => key;

    public string Path => path;

    public string? Value
    {
        get => element.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object => null,
            JsonValueKind.Array => element.GetArrayLength() == 0 ? "" : null,
            JsonValueKind.String => element.GetString(),
            _ => element.GetRawText(),
        };
        set => throw new NotSupportedException("A section of a file is read only.");
    }

    public string? this[string key]
    {
        get => GetSection(key).Value;
        set => throw new NotSupportedException("A section of a file is read only.");
    }

    public IEnumerable<IConfigurationSection> GetChildren() => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase).Select(property => Child(property.Name, property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select((item, index) => Child(index.ToString(CultureInfo.InvariantCulture), item)),
        _ => [],
    };

    public IConfigurationSection GetSection(string key) =>
        GetChildren().FirstOrDefault(child => string.Equals(child.Key, key, StringComparison.OrdinalIgnoreCase)) ?? Child(key, default);

    public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

    private JsonSection Child(string name, JsonElement value) => new(name, path.Length == 0 ? name : $"{path}:{name}", value);
}
