using LanguageRouter.Execution;
using LanguageRouter.Learning;
using LanguageRouter.Records;

namespace LanguageRouter.Review.Feedback;

/// <summary>Takes from records what nobody said in words: a path that gave up lost against the route that answered, and an answer that was asked for again did not please.</summary>
internal sealed class ImplicitSignalsSink(RecentDecisions recent, IRoutingFeedback feedback, QualityLearner? learner) : IRoutingRecordSink
{
    public async ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (AnsweredDecision.Of(record) is { } answered)
        {
            recent.Add(answered);
            foreach (var attempt in record.Attempts)
            {
                if (attempt is { Outcome: AttemptOutcome.Failed, Error: RouteErrorClass.Path } && attempt.Route.Name != answered.Route)
                {
                    learner?.Observe(new QualityObservation
                    {
                        Tenant = answered.Tenant,
                        Route = attempt.Route.Name,
                        Against = answered.Route,
                        Task = answered.Task,
                        Language = answered.Language,
                        Score = 0,
                        Time = record.Timestamp,
                    });
                }
            }
        }

        if (record.RegenerationOf is { } earlier)
        {
            await feedback.ReportAsync(earlier, new AnswerFeedback("user", "regeneration", 0), cancellationToken).ConfigureAwait(false);
        }
    }
}
