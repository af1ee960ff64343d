namespace LanguageRouter.Tool.Simulation;

/// <summary>Counts how often each name occurs.</summary>
internal sealed class Counter
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts => _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    public int Total => _counts.Values.Sum();

    public void Add(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}
