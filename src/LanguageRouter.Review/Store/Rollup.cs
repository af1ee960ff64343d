namespace LanguageRouter.Review.Store;

/// <summary>Represents the sums over a group of records.</summary>
/// <remarks>Safe for concurrent reading. A key that was not grouped by is <see langword="null"/>.</remarks>
public sealed class Rollup
{
    internal static readonly int SumCount = Enum.GetValues<RollupSum>().Length;

    private static readonly double[] DurationEnds = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120];

    private readonly long[] _sums;

    internal Rollup(long[] sums) => _sums = sums;

    /// <summary>Gets the beginning of the group's time; <see langword="null"/> where the query has no step.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Gets the tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the version of the policy.</summary>
    public string? Policy { get; init; }

    /// <summary>Gets the route.</summary>
    public string? Route { get; init; }

    /// <summary>Gets the path.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the model.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the task kind.</summary>
    public string? Task { get; init; }

    /// <summary>Gets the language.</summary>
    public string? Language { get; init; }

    /// <summary>Gets whether the records are simulated.</summary>
    public bool? Simulated { get; init; }

    /// <summary>Gets a sum.</summary>
    /// <param name="sum">Which.</param>
    /// <returns>The sum.</returns>
    public long this[RollupSum sum] => _sums[(int)sum];

    /// <summary>Estimates a quantile of the time to the end of the answers, by interpolation within the rollup's classes.</summary>
    /// <param name="quantile">The quantile, 0 to 1.</param>
    /// <returns>The time; <see langword="null"/> where there is no request.</returns>
    public TimeSpan? DurationQuantile(double quantile)
    {
        var first = (int)RollupSum.Within100Milliseconds;
        var total = _sums.AsSpan(first, DurationEnds.Length).ToArray().Sum();
        if (total == 0)
        {
            return null;
        }

        var rank = quantile * total;
        double below = 0;
        for (var i = 0; i < DurationEnds.Length; i++)
        {
            var here = _sums[first + i];
            if (here > 0 && below + here >= rank)
            {
                var low = i == 0 ? 0 : DurationEnds[i - 1];
                return TimeSpan.FromSeconds(low + (DurationEnds[i] - low) * Math.Clamp((rank - below) / here, 0, 1));
            }

            below += here;
        }

        return TimeSpan.FromSeconds(DurationEnds[^1]);
    }

    internal static RollupSum DurationClass(TimeSpan duration)
    {
        var seconds = duration.TotalSeconds;
        var i = 0;
        while (i < DurationEnds.Length - 1 && seconds > DurationEnds[i])
        {
            i++;
        }

        return RollupSum.Within100Milliseconds + i;
    }
}
