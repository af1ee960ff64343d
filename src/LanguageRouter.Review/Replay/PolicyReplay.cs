using LanguageRouter.Policies;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Replay;

/// <summary>Replays kept records under another configuration.</summary>
public static class PolicyReplay
{
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "computed", "cached" };

    /// <summary>Reads a store and decides about its records again. Nothing is sent to a model.</summary>
    /// <param name="store">The store.</param>
    /// <param name="configuration">The other configuration.</param>
    /// <param name="filter">Which records.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What would have been.</returns>
    public static async Task<ReplaySummary> RunAsync(IRecordStore store, RoutingConfiguration configuration, RecordFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(filter);
        var rewards = new Dictionary<Guid, (double Sum, int Count)>();
        await foreach (var feedback in store.ReadFeedbackAsync(filter.From, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var (sum, count) = rewards.GetValueOrDefault(feedback.DecisionId);
            rewards[feedback.DecisionId] = (sum + feedback.Score, count + 1);
        }

        var comparisons = new Dictionary<Guid, List<StoredComparison>>();
        await foreach (var comparison in store.ReadComparisonsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            if (comparison.Score is not null)
            {
                (comparisons.TryGetValue(comparison.DecisionId, out var list) ? list : comparisons[comparison.DecisionId] = []).Add(comparison);
            }
        }

        var tally = new Tally();
        await foreach (var record in store.ReadAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            if (record.Candidates.IsEmpty || !Free.Contains(record.Origin) || HasUnknownOverrides(record))
            {
                tally.LeftOut++;
                continue;
            }

            if (ReplayPolicies.Of(configuration, record) is not { } policy)
            {
                tally.Refused++;
                continue;
            }

            var choice = ReplayScorer.Choose(record, policy);
            tally.Add(record, choice);
            if (rewards.TryGetValue(record.Id, out var reward) && record.Answered is { } answered)
            {
                tally.Log.Add(new LoggedOutcome(
                    $"{record.Signals.Task} {record.Signals.Language}", answered, answered == record.Chosen ? record.Propensity : 1, reward.Sum / reward.Count, choice.Route));
            }

            foreach (var comparison in comparisons.GetValueOrDefault(record.Id, []))
            {
                tally.Add(comparison, choice);
            }
        }

        return tally.ToSummary();
    }

    // A version with a suffix is an overridden policy's; earlier versions of the library did not keep what was overridden.
    private static bool HasUnknownOverrides(StoredRecord record) => record.Overrides is null && record.Policy.Contains('+', StringComparison.Ordinal);

    private sealed class Tally
    {
        private readonly Dictionary<(string From, string To), int> _moves = [];
        private readonly List<double> _scores = [];
        private double _regret;
        private double _points;
        private decimal _recorded;
        private decimal _policy;
        private int _records;
        private int _priced;

        public int LeftOut { get; set; }

        public int Refused { get; set; }

        public List<LoggedOutcome> Log { get; } = [];

        public void Add(StoredRecord record, ReplayChoice choice)
        {
            _records++;
            _moves[(record.Chosen, choice.Route)] = _moves.GetValueOrDefault((record.Chosen, choice.Route)) + 1;
            var chosen = record.CandidateOf(record.Chosen);
            _points += choice.Points - (chosen?.Points ?? 0);
            if (chosen is { Cost.IsKnown: true } && choice.Cost.IsKnown)
            {
                _priced++;
                _recorded += chosen.Cost.LikelyUsd;
                _policy += choice.Cost.LikelyUsd;
            }
        }

        public void Add(StoredComparison comparison, ReplayChoice choice)
        {
            var score = comparison.Score!.Value;
            var own = choice.Route == comparison.Route ? score : choice.Route == comparison.Other ? 1 - score : (double?)null;
            if (own is { } value)
            {
                _scores.Add(value);
                _regret += Math.Max(value, 1 - value) - value;
            }
        }

        public ReplaySummary ToSummary() => new()
        {
            Records = _records,
            LeftOut = LeftOut,
            Refused = Refused,
            Moves = [.. _moves.Select(pair => new ReplayMove(pair.Key.From, pair.Key.To, pair.Value)).OrderByDescending(move => move.Records).ThenBy(move => move.From, StringComparer.Ordinal).ThenBy(move => move.To, StringComparer.Ordinal)],
            RecordedCostUsd = _recorded,
            PolicyCostUsd = _policy,
            Priced = _priced,
            PointsDifference = _records == 0 ? 0 : _points / _records,
            Feedback = OffPolicyEstimator.Estimate(Log),
            Compared = _scores.Count,
            ComparedScore = Score(),
            Regret = _scores.Count == 0 ? 0 : _regret / _scores.Count,
        };

        private Interval Score()
        {
            if (_scores.Count < 2)
            {
                return new(0, _scores.Count == 0 ? 0.5 : _scores[0], 1);
            }

            var mean = _scores.Average();
            var half = 1.96 * Math.Sqrt((_scores.Sum(score => (score - mean) * (score - mean)) / (_scores.Count - 1) + 0.25 / _scores.Count) / _scores.Count);
            return new(Math.Max(0, mean - half), mean, Math.Min(1, mean + half));
        }
    }
}
