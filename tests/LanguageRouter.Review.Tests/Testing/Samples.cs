using System.Collections.Immutable;
using LanguageRouter.Review.Records;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>The routed sample records, made once for all tests.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 5, 20, 3, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<ImmutableArray<StoredRecord>>> Made = new(async () =>
        [.. (await SampleRecords.RouteAsync()).Select(record => record.ToStored(simulated: true))]);

    public static Task<ImmutableArray<StoredRecord>> TemplatesAsync() => Made.Value;

    public static async Task<StoredRecord[]> SpreadAsync(int count, double days = 40, int seed = 1, int tenants = 3) =>
        [.. SampleRecords.Spread(await TemplatesAsync(), count, Start, Start.AddDays(days), seed, tenants)];
}
