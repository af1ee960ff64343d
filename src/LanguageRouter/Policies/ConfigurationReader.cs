using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.Policies;

/// <summary>Reads typed values from a configuration section and collects every mistake with its path, instead of stopping at the first.</summary>
internal sealed class ConfigurationReader(IConfigurationSection section, List<string> errors)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    // Asked once: a configuration looks through all of its keys for the children of one.
    private readonly Dictionary<string, IConfigurationSection> _children = section.GetChildren().ToDictionary(child => child.Key, StringComparer.OrdinalIgnoreCase);

    public string Path => section.Path;

    public string? Text(string key) => Read(key)?.Value is { Length: > 0 } value ? value : null;

    public int? Integer(string key) => Scalar<int>(key, text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null, "a whole number");

    public double? Real(string key) => Scalar<double>(key, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null, "a number");

    public decimal? Money(string key) => Scalar<decimal>(key, text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null, "an amount");

    public TimeSpan? Duration(string key) => Scalar<TimeSpan>(key, text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null, "a duration such as 00:10:00");

    public bool? Flag(string key) => Scalar<bool>(key, text => bool.TryParse(text, out var value) ? value : null, "true or false");

    public T? Choice<T>(string key) where T : struct, Enum => Scalar(key, Parse<T>, Allowed<T>());

    public List<string>? Texts(string key)
    {
        if (Read(key) is not { } child)
        {
            return null;
        }

        // An empty list in JSON arrives as an empty value: it says "none", where a missing key says "as inherited".
        if (child.Value is { Length: > 0 } single)
        {
            errors.Add($"{child.Path} is '{single}', which is not a list. Fix: write [\"{single}\"].");
            return null;
        }

        return [.. child.GetChildren().Select(item => item.Value ?? "")];
    }

    public List<T>? Choices<T>(string key) where T : struct, Enum
    {
        var texts = Texts(key);
        if (texts is null)
        {
            return null;
        }

        var values = new List<T>();
        foreach (var text in texts)
        {
            if (Parse<T>(text) is { } value)
            {
                values.Add(value);
            }
            else
            {
                errors.Add($"{section.Path}:{key} has '{text}'. Fix: use {Allowed<T>()}.");
            }
        }

        return values;
    }

    public IEnumerable<ConfigurationReader> Children(string key) =>
        (Read(key)?.GetChildren() ?? []).Select(child => new ConfigurationReader(child, errors));

    /// <summary>The parts of a list or map; null where the key is missing.</summary>
    public List<ConfigurationReader>? Items(string key) =>
        Read(key) is { } child ? [.. child.GetChildren().Select(item => new ConfigurationReader(item, errors))] : null;

    public ConfigurationReader Child(string key)
    {
        _known.Add(key);
        return new ConfigurationReader(section.GetSection(key), errors);
    }

    /// <summary>Whether anything stands in the section.</summary>
    public bool Exists => section.Exists();

    /// <summary>Whether a key stands in the section, be it with an empty list.</summary>
    public bool HasKey(string key) => section.GetChildren().Any(child => string.Equals(child.Key, key, StringComparison.OrdinalIgnoreCase));

    public string Key => section.Key;

    public string? Value => section.Value;

    /// <summary>Marks a key that another part of the application reads.</summary>
    public void Ignore(string key) => _known.Add(key);

    /// <summary>Reports the keys that nobody read: a misspelt key must not be a silent default.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var child in _children.Values.Where(child => !_known.Contains(child.Key)))
        {
            errors.Add($"{child.Path} is not a setting. Fix: remove it, or use one of {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        }
    }

    private IConfigurationSection? Read(string key)
    {
        _known.Add(key);
        return _children.GetValueOrDefault(key);
    }

    private T? Scalar<T>(string key, Func<string, T?> parse, string expected) where T : struct
    {
        if (Read(key)?.Value is not { Length: > 0 } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            errors.Add($"{section.Path}:{key} is '{text}'. Fix: write {expected}.");
        }

        return value;
    }

    // Enum names are written in kebab case in configuration ("code-with-japanese"), digits never stand for a name.
    private static T? Parse<T>(string text) where T : struct, Enum
    {
        var name = text.Replace("-", "", StringComparison.Ordinal);
        return name.Length > 0 && char.IsAsciiLetter(name[0]) && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : null;
    }

    private static string Allowed<T>() where T : struct, Enum =>
        $"one of {string.Join(", ", Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName))}";
}
