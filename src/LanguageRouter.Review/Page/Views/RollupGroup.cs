using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Page.Views;

/// <summary>Adds up rollups into one line of a view.</summary>
internal sealed class RollupGroup(string name)
{
    private readonly long[] _sums = new long[Rollup.SumCount];

    public string Name { get; } = name;

    public Rollup Rollup => new(_sums);

    public long this[RollupSum sum] => _sums[(int)sum];

    public void Add(Rollup rollup)
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            _sums[i] += rollup[(RollupSum)i];
        }
    }

    /// <summary>Groups rollups by a key, the largest first.</summary>
    public static IReadOnlyList<RollupGroup> By(IEnumerable<Rollup> rollups, Func<Rollup, string?> key)
    {
        var groups = new Dictionary<string, RollupGroup>(StringComparer.Ordinal);
        foreach (var rollup in rollups)
        {
            var name = key(rollup) ?? "";
            if (!groups.TryGetValue(name, out var group))
            {
                groups.Add(name, group = new RollupGroup(name));
            }

            group.Add(rollup);
        }

        return [.. groups.Values.OrderByDescending(group => group[RollupSum.Requests]).ThenBy(group => group.Name, StringComparer.Ordinal)];
    }
}
