using LanguageRouter.Learning;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Feedback;

/// <summary>Keeps feedback in the store and lets the learner learn from it.</summary>
internal sealed class StoreFeedback(IRecordStore store, RecentDecisions recent, QualityLearner? learner, TimeProvider time) : IRoutingFeedback
{
    public async ValueTask<FeedbackOutcome> ReportAsync(Guid decisionId, AnswerFeedback feedback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        if (decisionId == Guid.Empty)
        {
            throw new ArgumentException("The decision's identifier is empty: it was made without executing anything. Fix: give that of a response.", nameof(decisionId));
        }

        if (feedback.Value is not (>= 0 and <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"Feedback on decision {decisionId} has the value {feedback.Value}. Fix: give 0 (bad) to 1 (good)."), nameof(feedback));
        }

        if (string.IsNullOrEmpty(feedback.Source) || string.IsNullOrEmpty(feedback.Kind))
        {
            throw new ArgumentException($"Feedback on decision {decisionId} has no source or no kind. Fix: name both, such as 'user' and 'thumbs'.", nameof(feedback));
        }

        var earlier = await EarlierAsync(decisionId, feedback, cancellationToken).ConfigureAwait(false);
        var stored = new StoredFeedback { DecisionId = decisionId, Source = feedback.Source, Kind = feedback.Kind, Score = feedback.Value, Time = time.GetUtcNow() };
        await store.AppendFeedbackAsync(stored, cancellationToken).ConfigureAwait(false);

        var decision = recent.Find(decisionId) ?? (await store.FindAsync(decisionId, cancellationToken).ConfigureAwait(false) is { } record ? AnsweredDecision.Of(record) : null);
        if (decision is null)
        {
            return FeedbackOutcome.UnknownDecision;
        }

        if (earlier is not null)
        {
            learner?.Retract(Observation(decision, earlier));
        }

        learner?.Observe(Observation(decision, stored));
        return earlier is null ? FeedbackOutcome.Taken : FeedbackOutcome.Replaced;
    }

    private async ValueTask<StoredFeedback?> EarlierAsync(Guid decisionId, AnswerFeedback feedback, CancellationToken cancellationToken)
    {
        StoredFeedback? earlier = null;
        await foreach (var known in store.ReadFeedbackAsync(decisionId: decisionId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (known.Source == feedback.Source && known.Kind == feedback.Kind)
            {
                earlier = known;
            }
        }

        return earlier;
    }

    private static QualityObservation Observation(AnsweredDecision decision, StoredFeedback feedback) => new()
    {
        Tenant = decision.Tenant,
        Route = decision.Route,
        Task = decision.Task,
        Language = decision.Language,
        Score = feedback.Score,
        Time = feedback.Time,
    };
}
