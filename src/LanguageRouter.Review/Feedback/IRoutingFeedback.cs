namespace LanguageRouter.Review.Feedback;

/// <summary>Takes what users and applications say of answers, by the identifier of the decision.</summary>
/// <remarks>Implementations are safe for concurrent use. Feedback may come late and may be repeated.</remarks>
public interface IRoutingFeedback
{
    /// <summary>Reports feedback.</summary>
    /// <param name="decisionId">The identifier of the decision, as the response carries it.</param>
    /// <param name="feedback">The feedback.</param>
    /// <param name="cancellationToken">Gives up before it is kept.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">The identifier is empty, the value is not between 0 and 1, or source or kind is empty.</exception>
    ValueTask<FeedbackOutcome> ReportAsync(Guid decisionId, AnswerFeedback feedback, CancellationToken cancellationToken = default);
}
