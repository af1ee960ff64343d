namespace LanguageRouter.Review.Records;

/// <summary>Represents what somebody or something said of an answer.</summary>
/// <remarks>A later feedback on the same decision of the same source and kind replaces the earlier one.</remarks>
public sealed record StoredFeedback
{
    /// <summary>Gets the identifier of the decision.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>Gets who says so, such as <c>user</c>, <c>judge:gpt-4.1</c>, <c>verification</c>; a name of the application's, no text of a request.</summary>
    public required string Source { get; init; }

    /// <summary>Gets what is said: <c>score</c>, <c>thumbs</c>, <c>task-success</c>, <c>verification</c>, <c>regeneration</c> or a name of the application's.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the score, 0 (bad) to 1 (good).</summary>
    public double Score { get; init; }

    /// <summary>Gets when it was said.</summary>
    public DateTimeOffset Time { get; init; }
}
