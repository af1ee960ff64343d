namespace LanguageRouter.Review.Store.Rollups;

/// <summary>The widths of time in which sums are kept. Hours are written with the records; days and months are made from them when they are over.</summary>
internal enum RollupLevel
{
    Hour,
    Day,
    Month,
}

/// <summary>Where the widths begin and which of them a span of time is read from.</summary>
internal static class RollupLevels
{
    public const long HourSeconds = 3600;
    public const long DaySeconds = 86_400;

    /// <summary>The start of the width that holds a moment, in seconds since 1970 (UTC).</summary>
    public static long StartOf(RollupLevel level, long seconds) => level switch
    {
        RollupLevel.Hour => Floor(seconds, HourSeconds),
        RollupLevel.Day => Floor(seconds, DaySeconds),
        _ => MonthOf(seconds).ToUnixTimeSeconds(),
    };

    /// <summary>Splits a span into pieces, the widest closed widths in its middle.</summary>
    /// <param name="from">The first second.</param>
    /// <param name="to">The second after the last.</param>
    /// <param name="widest">The widest level that may be read.</param>
    /// <param name="daysClosed">The second before which days are made.</param>
    /// <param name="monthsClosed">The second before which months are made.</param>
    public static IEnumerable<(RollupLevel Level, long From, long To)> Split(long from, long to, RollupLevel widest, long daysClosed, long monthsClosed)
    {
        from = Floor(from, HourSeconds);
        if (widest == RollupLevel.Month)
        {
            var first = Ceiling(RollupLevel.Month, from);
            var last = StartOf(RollupLevel.Month, Math.Min(to, monthsClosed));
            if (first < last)
            {
                return
                [
                    .. Split(from, first, RollupLevel.Day, daysClosed, monthsClosed),
                    (RollupLevel.Month, first, last),
                    .. Split(last, to, RollupLevel.Day, daysClosed, monthsClosed),
                ];
            }
        }

        if (widest != RollupLevel.Hour)
        {
            var first = Ceiling(RollupLevel.Day, from);
            var last = Floor(Math.Min(to, daysClosed), DaySeconds);
            if (first < last)
            {
                return [.. Hours(from, first), (RollupLevel.Day, first, last), .. Hours(last, to)];
            }
        }

        return Hours(from, to);
    }

    private static IEnumerable<(RollupLevel, long, long)> Hours(long from, long to) => from < to ? [(RollupLevel.Hour, from, to)] : [];

    private static long Ceiling(RollupLevel level, long seconds)
    {
        var start = StartOf(level, seconds);
        return start == seconds ? seconds
            : level == RollupLevel.Day ? start + DaySeconds
            : MonthOf(seconds).AddMonths(1).ToUnixTimeSeconds();
    }

    private static DateTimeOffset MonthOf(long seconds)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return new DateTimeOffset(time.Year, time.Month, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private static long Floor(long value, long step) => value - ((value % step) + step) % step;
}
