using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Shadowing;

/// <summary>Holds spending under a cap a day: what may be spent is reserved before, what was spent is settled after.</summary>
/// <remarks>Safe for concurrent use. A reservation of a day that is over is forgotten with it.</remarks>
internal sealed class MoneyCap(decimal dailyUsd, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateOnly _day;
    private decimal _spent;
    private decimal _reserved;

    public decimal SpentTodayUsd
    {
        get
        {
            lock (_lock)
            {
                Turn();
                return _spent;
            }
        }
    }

    /// <summary>Reserves an amount; null where the rest of the day's money is less, or the amount is unknown.</summary>
    public Reservation? TryReserve(in CostInterval most)
    {
        lock (_lock)
        {
            Turn();
            if (!most.IsKnown || _spent + _reserved + most.HighUsd > dailyUsd)
            {
                return null;
            }

            _reserved += most.HighUsd;
            return new Reservation(_day, most.HighUsd);
        }
    }

    /// <summary>Settles a reservation by what was spent; what is unknown counts as all that was reserved.</summary>
    public void Settle(Reservation reservation, in CostInterval spent)
    {
        lock (_lock)
        {
            Turn();
            if (reservation.Day == _day)
            {
                _reserved -= reservation.Usd;
            }

            _spent += spent.IsKnown ? spent.LikelyUsd : reservation.Usd;
        }
    }

    private void Turn()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            (_day, _spent, _reserved) = (today, 0, 0);
        }
    }

    internal sealed record Reservation(DateOnly Day, decimal Usd);
}
