namespace LanguageRouter.Budgets;

/// <summary>Represents one hour, day or month of a tenant: the time from which money is counted, and the time at which it starts anew.</summary>
/// <param name="Period">The period.</param>
/// <param name="Start">The first moment.</param>
/// <param name="End">The first moment after it, in the time zone of the budget: when the budget resets.</param>
public readonly record struct BudgetWindow(BudgetPeriod Period, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Gets the window that holds a moment.</summary>
    /// <param name="period">The period.</param>
    /// <param name="zone">The time zone.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The window. Windows of one period and zone follow each other without a gap and never overlap.</returns>
    public static BudgetWindow At(BudgetPeriod period, TimeZoneInfo zone, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (period == BudgetPeriod.Hour)
        {
            return HourAt(zone, now);
        }

        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var first = period == BudgetPeriod.Day ? date : new DateOnly(date.Year, date.Month, 1);
        var next = period == BudgetPeriod.Day ? first.AddDays(1) : first.AddMonths(1);
        return new BudgetWindow(period, Midnight(first, zone), Midnight(next, zone));
    }

    // Hours are cut in the zone's standard time. A zone whose summer time differs by a whole number of hours, which is every zone but
    // Lord Howe Island, has its clock hours thereby, and each hour that the clocks repeat is one of its own.
    private static BudgetWindow HourAt(TimeZoneInfo zone, DateTimeOffset now)
    {
        var shift = zone.BaseUtcOffset.Ticks;
        var ticks = now.UtcTicks + shift;
        var start = ticks - ticks % TimeSpan.TicksPerHour - shift;
        return new BudgetWindow(BudgetPeriod.Hour, Instant(start, zone), Instant(start + TimeSpan.TicksPerHour, zone));
    }

    // The first moment of a date. Where the clocks skip midnight, the date begins when they stop skipping; where they repeat it, at the
    // first of the two. The offsets of the day before and the day after are all that midnight can have.
    private static DateTimeOffset Midnight(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        var before = (midnight - zone.GetUtcOffset(midnight.AddDays(-1))).Ticks;
        var after = (midnight - zone.GetUtcOffset(midnight.AddDays(1))).Ticks;
        var (earlier, later) = before < after ? (before, after) : (after, before);
        return Instant(Begins(earlier, date, zone) ? earlier : later, zone);
    }

    private static bool Begins(long utcTicks, DateOnly date, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(Instant(utcTicks, zone).DateTime) == date && DateOnly.FromDateTime(Instant(utcTicks - 1, zone).DateTime) < date;

    private static DateTimeOffset Instant(long utcTicks, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utcTicks, TimeSpan.Zero), zone);
}
