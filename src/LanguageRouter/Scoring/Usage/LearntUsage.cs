using System.Collections.Immutable;

namespace LanguageRouter.Scoring.Usage;

/// <summary>What one tenant's records have taught so far about counts and answers.</summary>
/// <remarks>Immutable: a decision holds the one that was there when its request arrived.</remarks>
internal sealed class LearntUsage
{
    /// <summary>The most calibrations and statistics that are kept of a tenant; the least observed gives way.</summary>
    public const int Capacity = 256;

    public static LearntUsage Empty { get; } = new(ImmutableDictionary<CountKey, CountCalibration>.Empty, ImmutableDictionary<AnswerKey, AnswerStatistics>.Empty, 0);

    private LearntUsage(ImmutableDictionary<CountKey, CountCalibration> counts, ImmutableDictionary<AnswerKey, AnswerStatistics> answers, long lastLearnt)
    {
        Counts = counts;
        Answers = answers;
        LastLearnt = lastLearnt;
    }

    public ImmutableDictionary<CountKey, CountCalibration> Counts { get; }

    public ImmutableDictionary<AnswerKey, AnswerStatistics> Answers { get; }

    /// <summary>The number of the record that was learnt from last, over all tenants.</summary>
    public long LastLearnt { get; }

    public CountCalibration Of(in CountKey key) => Counts.GetValueOrDefault(key);

    public AnswerStatistics Of(in AnswerKey key) => Answers.GetValueOrDefault(key);

    public LearntUsage With(in CountKey key, in CountCalibration calibration) =>
        new(Put(Counts, key, calibration, static value => value.Observations), Answers, LastLearnt);

    public LearntUsage With(in AnswerKey key, in AnswerStatistics statistics) =>
        new(Counts, Put(Answers, key, statistics, static value => value.Observations), LastLearnt);

    public LearntUsage LearntAt(long number) => new(Counts, Answers, number);

    private static ImmutableDictionary<TKey, TValue> Put<TKey, TValue>(ImmutableDictionary<TKey, TValue> all, TKey key, TValue value, Func<TValue, long> observations)
        where TKey : notnull
    {
        if (all.Count >= Capacity && !all.ContainsKey(key))
        {
            all = all.Remove(all.MinBy(pair => observations(pair.Value)).Key);
        }

        return all.SetItem(key, value);
    }
}
