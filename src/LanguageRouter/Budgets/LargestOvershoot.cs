namespace LanguageRouter.Budgets;

/// <summary>The most by which one attempt cost more than was held back for it, over today and yesterday (UTC), in billionths of a dollar.</summary>
/// <remarks>Not safe for concurrent use: it lives under its account's lock. Two days, so that one answer out of all measure does not narrow a month.</remarks>
internal struct LargestOvershoot
{
    private long _day;
    private long _today;
    private long _yesterday;

    public long At(DateTimeOffset now)
    {
        TurnTo(now);
        return Math.Max(_today, _yesterday);
    }

    public void Note(long overshoot, DateTimeOffset now)
    {
        TurnTo(now);
        _today = Math.Max(_today, overshoot);
    }

    private void TurnTo(DateTimeOffset now)
    {
        var day = now.UtcTicks / TimeSpan.TicksPerDay;
        if (day > _day)
        {
            (_yesterday, _today, _day) = (day == _day + 1 ? _today : 0, 0, day);
        }
    }
}
