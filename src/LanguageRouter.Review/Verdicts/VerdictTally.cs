using LanguageRouter.Review.Records;

namespace LanguageRouter.Review.Verdicts;

/// <summary>Sorts comparisons and records into pairs of routes.</summary>
internal sealed class VerdictTally(VerdictTerms? terms, IReadOnlyDictionary<string, string?> defaultsByPolicy)
{
    private readonly Dictionary<Key, PathComparison> _measured = [];
    private readonly Dictionary<Key, SavingSequence> _estimated = [];
    private readonly HashSet<Key> _simulated = [];

    /// <summary>Adds a comparison: both routes were run.</summary>
    public void Add(StoredComparison comparison)
    {
        if (comparison.Failure == StoredComparison.RouteFailed)
        {
            // What it cost is in the account; it says nothing of answers.
            return;
        }

        var (route, against, turned) = Orient(comparison.Route, comparison.Other, defaultsByPolicy.GetValueOrDefault(comparison.Policy));
        foreach (var task in (string[])[comparison.Task, ""])
        {
            var key = new Key(comparison.Tenant, comparison.Language, task, route, against);
            if (!_measured.TryGetValue(key, out var pair))
            {
                _measured[key] = pair = new PathComparison(terms);
            }

            if (comparison.Simulated)
            {
                _simulated.Add(key);
            }

            if (comparison.Score is { } score)
            {
                pair.AddQuality(turned ? 1 - score : score);
            }

            if (comparison is { Cost.IsKnown: true, OtherCost.IsKnown: true })
            {
                var (own, other) = ((double)comparison.Cost.LikelyUsd, (double)comparison.OtherCost.LikelyUsd);
                pair.AddCost(turned ? other : own, turned ? own : other);
            }

            if (comparison.Duration > TimeSpan.Zero && comparison.OtherDuration > TimeSpan.Zero)
            {
                var (own, other) = (comparison.Duration.TotalSeconds, comparison.OtherDuration.TotalSeconds);
                pair.AddTime(turned ? other : own, turned ? own : other);
            }
        }
    }

    /// <summary>Adds a record: one route was run, the others' costs are estimated.</summary>
    public void Add(StoredRecord record)
    {
        if (record.Answered is not { } answered || !record.ActualCost.IsKnown || record.Attempts.Length != 1)
        {
            return;
        }

        foreach (var alternative in record.Alternatives)
        {
            if (!alternative.Cost.IsKnown)
            {
                continue;
            }

            var (route, against, turned) = Orient(answered, alternative.Route, record.Default);
            var (own, other) = ((double)record.ActualCost.LikelyUsd, (double)alternative.Cost.LikelyUsd);
            foreach (var task in (string[])[record.Signals.Task, ""])
            {
                var key = new Key(record.Tenant, record.Signals.Language, task, route, against);
                if (record.Simulated)
                {
                    _simulated.Add(key);
                }

                if (!_estimated.TryGetValue(key, out var saving))
                {
                    _estimated[key] = saving = new SavingSequence((terms ?? new VerdictTerms()).Alpha);
                }

                saving.Add(turned ? other : own, turned ? own : other);
            }
        }
    }

    public IReadOnlyList<Verdict> ToVerdicts() =>
    [
        .. _measured.Keys.Union(_estimated.Keys)
            .OrderBy(key => key.Tenant, StringComparer.Ordinal).ThenBy(key => key.Route, StringComparer.Ordinal).ThenBy(key => key.Against, StringComparer.Ordinal)
            .ThenBy(key => key.Language, StringComparer.Ordinal).ThenBy(key => key.Task, StringComparer.Ordinal)
            .Select(ToVerdict),
    ];

    // An outcome rests on measured pairs alone. Estimated costs are shown where nothing was measured, and decide nothing.
    private Verdict ToVerdict(Key key)
    {
        var pair = _measured.GetValueOrDefault(key) ?? new PathComparison(terms);
        var estimated = pair.Priced == 0 ? _estimated.GetValueOrDefault(key) : null;
        return new Verdict
        {
            Tenant = key.Tenant,
            Language = key.Language,
            Task = key.Task,
            Route = key.Route,
            Against = key.Against,
            Outcome = pair.Outcome,
            Judged = pair.Judged,
            Wins = pair.Wins,
            Ties = pair.Ties,
            Losses = pair.Losses,
            Quality = pair.Quality,
            Priced = estimated?.Count ?? pair.Priced,
            Saving = estimated?.Current ?? pair.Saving,
            CostIsEstimated = estimated is not null,
            Timed = pair.Timed,
            TimeSaving = pair.TimeSaving,
            SecondsSlower = pair.TimeDifference,
            Simulated = _simulated.Contains(key),
            MorePairs = pair.MorePairs(),
        };
    }

    // The default route is the one that others are held against; between two others the order of their names decides.
    private static (string Route, string Against, bool Turned) Orient(string route, string other, string? reference) =>
        other == reference || (route != reference && string.CompareOrdinal(route, other) < 0) ? (route, other, false) : (other, route, true);

    private readonly record struct Key(string Tenant, string Language, string Task, string Route, string Against);
}
