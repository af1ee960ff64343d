using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace LanguageRouter.Policies;

/// <summary>A section of an application's configuration as it is now, read in one pass: finding the children of a part costs no look at the others.</summary>
/// <remarks>
/// The sections of a configuration look through all of its keys for the children of each part, so that reading all parts takes the square of
/// their number. Values, precedence of providers and the order of children are those of the configuration itself.
/// </remarks>
internal sealed class ConfigurationTree : IConfigurationSection
{
    private static readonly Comparison<ConfigurationTree> ByKey = (one, other) => ConfigurationKeyComparer.Instance.Compare(one.Key, other.Key);

    private Dictionary<string, ConfigurationTree>? _children;
    private List<ConfigurationTree>? _ordered;

    private ConfigurationTree(string key, string path) => (Key, Path) = (key, path);

    public string Key { get; }

    public string Path { get; }

    public string? Value { get; private set; }

    string? IConfigurationSection.Value
    {
        get => Value;
        set => throw ReadOnly();
    }

    public string? this[string key]
    {
        get => GetSection(key).Value;
        set => throw ReadOnly();
    }

    /// <summary>Reads a section of a configuration.</summary>
    public static ConfigurationTree Read(IConfigurationRoot configuration, string name)
    {
        var tree = new ConfigurationTree(name, name);
        foreach (var provider in configuration.Providers)
        {
            if (Flat(provider, name) is { } flat)
            {
                tree.Add(flat);
            }
            else
            {
                tree.Add(provider);
            }
        }

        return tree;
    }

    public IEnumerable<IConfigurationSection> GetChildren()
    {
        if (_ordered is null)
        {
            var ordered = new List<ConfigurationTree>(_children?.Values ?? (IEnumerable<ConfigurationTree>)[]);
            ordered.Sort(ByKey);
            _ordered = ordered;
        }

        return _ordered;
    }

    public IConfigurationSection GetSection(string key)
    {
        var node = this;
        foreach (var part in key.Split(':'))
        {
            node = node._children?.GetValueOrDefault(part) ?? new ConfigurationTree(part, $"{node.Path}:{part}");
        }

        return node;
    }

    public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

    // The provider's keys under the section with their values; null where it does not keep what it tells in the way of its base class.
    private static List<KeyValuePair<string, string?>>? Flat(IConfigurationProvider provider, string name)
    {
        if (provider is not ConfigurationProvider known)
        {
            return null;
        }

        var flat = new List<KeyValuePair<string, string?>>();
        var below = 0;
        foreach (var (key, value) in DataOf(known))
        {
            if (!key.StartsWith(name, StringComparison.OrdinalIgnoreCase) || (key.Length > name.Length && key[name.Length] != ':'))
            {
                continue;
            }

            if (!provider.TryGet(key, out var told) || told != value)
            {
                return null;
            }

            below += key.Length > name.Length ? 1 : 0;
            flat.Add(new(key, value));
        }

        return provider.GetChildKeys([], name).Count() == below ? flat : null;
    }

    // What every provider has for the classes that derive from its base class, and what asking for children goes through each time.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Data")]
    private static extern IDictionary<string, string?> DataOf(ConfigurationProvider provider);

    private void Add(List<KeyValuePair<string, string?>> flat)
    {
        foreach (var (key, value) in flat)
        {
            var node = this;
            for (var start = Path.Length + 1; start <= key.Length;)
            {
                var end = key.IndexOf(':', start);
                end = end < 0 ? key.Length : end;
                node = node.Child(key.AsSpan(start, end - start));
                start = end + 1;
            }

            node.Value = value;
        }
    }

    private void Add(IConfigurationProvider provider)
    {
        if (provider.TryGet(Path, out var value))
        {
            Value = value;
        }

        foreach (var key in provider.GetChildKeys([], Path).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            Child(key).Add(provider);
        }
    }

    private ConfigurationTree Child(ReadOnlySpan<char> key)
    {
        _children ??= new Dictionary<string, ConfigurationTree>(StringComparer.OrdinalIgnoreCase);
        var children = _children.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!children.TryGetValue(key, out var child))
        {
            var name = key.ToString();
            _children.Add(name, child = new ConfigurationTree(name, $"{Path}:{name}"));
        }

        return child;
    }

    private static NotSupportedException ReadOnly() => new("A configuration that was read cannot be changed.");
}
