using CsCheck;
using LanguageRouter.Budgets;

namespace LanguageRouter.Tests.Budgets;

public sealed class BudgetWindowTests
{
    private static readonly string[] Zones =
    [
        "UTC", "Asia/Tokyo", "Asia/Kolkata", "Europe/Berlin", "America/New_York", "America/St_Johns", "America/Havana", "America/Santiago",
        "Africa/Cairo", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "America/Asuncion", "Asia/Beirut",
    ];

    [Theory]
    [InlineData(BudgetPeriod.Hour, "Asia/Tokyo", "2026-11-26T05:30:00Z", "2026-11-26T14:00:00+09:00", "2026-11-26T15:00:00+09:00")]
    [InlineData(BudgetPeriod.Hour, "Asia/Kolkata", "2026-11-26T05:40:00Z", "2026-11-26T11:00:00+05:30", "2026-11-26T12:00:00+05:30")]
    [InlineData(BudgetPeriod.Day, "Asia/Tokyo", "2026-11-26T15:30:00Z", "2026-11-27T00:00:00+09:00", "2026-11-28T00:00:00+09:00")]
    [InlineData(BudgetPeriod.Month, "Asia/Tokyo", "2026-11-30T15:00:00Z", "2026-12-01T00:00:00+09:00", "2027-01-01T00:00:00+09:00")]
    [InlineData(BudgetPeriod.Day, "Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")] // 23 hours
    [InlineData(BudgetPeriod.Day, "Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")] // 25 hours
    [InlineData(BudgetPeriod.Hour, "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00")] // the hour that comes twice: first
    [InlineData(BudgetPeriod.Hour, "Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00+01:00", "2026-10-25T03:00:00+01:00")] // and second
    [InlineData(BudgetPeriod.Day, "America/Havana", "2026-03-08T12:00:00Z", "2026-03-08T01:00:00-04:00", "2026-03-09T00:00:00-04:00")] // midnight is skipped
    [InlineData(BudgetPeriod.Day, "America/Havana", "2026-11-01T12:00:00Z", "2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00")] // midnight comes twice
    public void AWindowHasTheHoursOfTheTenantsOwnClock(BudgetPeriod period, string zone, string now, string start, string end)
    {
        var window = BudgetWindow.At(period, TimeZoneInfo.FindSystemTimeZoneById(zone), Parse(now));
        Assert.Equal((Parse(start), Parse(end)), (window.Start, window.End));
        Assert.Equal(Parse(end).Offset, window.End.Offset);
    }

    [Fact]
    public void WindowsOfAnyZoneFollowEachOtherWithoutGapOrOverlap() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]), Gen.Enum<BudgetPeriod>(), Gen.Int[0, 20 * 366 * 24 * 60]).Sample(
            (zoneName, period, minutes) =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
                var now = new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
                var window = BudgetWindow.At(period, zone, now);
                Assert.True(window.Start <= now && now < window.End, $"{zoneName} {period} {now:O}: {window}");
                Assert.Equal(window, BudgetWindow.At(period, zone, window.Start));
                Assert.Equal(window, BudgetWindow.At(period, zone, window.End.AddTicks(-1)));
                Assert.Equal(window.End, BudgetWindow.At(period, zone, window.End).Start);
            },
            iter: 3_000);

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
