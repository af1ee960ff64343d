using System.Runtime.InteropServices;
using LanguageRouter.Review.Records;

namespace LanguageRouter.Review.Store.Rollups;

/// <summary>The sums of one transaction, by what they are added to.</summary>
internal sealed class RollupBatch(long daysClosed, long monthsClosed)
{
    private readonly Dictionary<(long Start, long Series), long[]> _hours = [];
    private readonly Dictionary<(RollupLevel Level, long Series, long Start), long[]> _spans = [];
    private readonly Dictionary<ShadowKey, long[]> _shadows = [];

    public IReadOnlyDictionary<(long Start, long Series), long[]> Hours => _hours;

    /// <summary>What arrived after its day or month was made.</summary>
    public IReadOnlyDictionary<(RollupLevel Level, long Series, long Start), long[]> Spans => _spans;

    public IReadOnlyDictionary<ShadowKey, long[]> Shadows => _shadows;

    public long NewestSecond { get; private set; }

    public void Add(StoredRecord record, long series)
    {
        var second = record.Time.ToUnixTimeSeconds();
        NewestSecond = Math.Max(NewestSecond, second);
        foreach (var sums in SumsOf(second, series))
        {
            RollupSums.Add(record, sums);
        }

        if (record.Shadow is { } shadow)
        {
            var key = new ShadowKey(
                RollupLevels.StartOf(RollupLevel.Day, second), record.Tenant, record.Policy, shadow.Policy, record.Chosen, shadow.Route, record.Simulated);
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_shadows, key, out _);
            sums ??= new long[5];
            sums[0]++;
            if (shadow.CostDifference.IsKnown)
            {
                sums[1] += Nano.Of(shadow.CostDifference.LowUsd);
                sums[2] += Nano.Of(shadow.CostDifference.LikelyUsd);
                sums[3] += Nano.Of(shadow.CostDifference.HighUsd);
            }
            else
            {
                sums[4]++;
            }
        }
    }

    public void AddFeedback(DateTimeOffset recordTime, long series, double score, double? replaced)
    {
        foreach (var sums in SumsOf(recordTime.ToUnixTimeSeconds(), series))
        {
            RollupSums.AddFeedback(sums, score, replaced);
        }
    }

    public void AddShadow(DateTimeOffset recordTime, long series, long nano, bool isKnown)
    {
        foreach (var sums in SumsOf(recordTime.ToUnixTimeSeconds(), series))
        {
            RollupSums.AddShadow(sums, nano, isKnown);
        }
    }

    /// <summary>The sums of a width that is being made.</summary>
    public long[] SumsOf(RollupLevel level, long series, long start) => Sums(_spans, (level, series, start));

    private IEnumerable<long[]> SumsOf(long second, long series)
    {
        var hour = RollupLevels.StartOf(RollupLevel.Hour, second);
        yield return Sums(_hours, (hour, series));
        if (hour < daysClosed)
        {
            yield return Sums(_spans, (RollupLevel.Day, series, RollupLevels.StartOf(RollupLevel.Day, second)));
        }

        if (hour < monthsClosed)
        {
            yield return Sums(_spans, (RollupLevel.Month, series, RollupLevels.StartOf(RollupLevel.Month, second)));
        }
    }

    private static long[] Sums<TKey>(Dictionary<TKey, long[]> groups, TKey key) where TKey : notnull
    {
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        return sums ??= new long[Rollup.SumCount];
    }
}
