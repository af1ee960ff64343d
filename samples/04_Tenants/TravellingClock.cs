namespace Tenants;

/// <summary>The system's clock, which the sample can set ahead to the next day.</summary>
internal sealed class TravellingClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void TravelTo(DateTimeOffset moment) => _ahead = moment - System.GetUtcNow();
}
