namespace LanguageRouter.Review.Feedback;

/// <summary>Represents what somebody says of an answer.</summary>
/// <remarks>Immutable and safe for concurrent use. It holds no text of a request.</remarks>
/// <param name="Source">Who says so, such as <c>user</c>; a later feedback of the same source and kind on the same decision replaces the earlier.</param>
/// <param name="Kind">What is said: <c>score</c>, <c>thumbs</c>, <c>task-success</c> or a name of the application's.</param>
/// <param name="Value">The score, 0 (bad) to 1 (good).</param>
public sealed record AnswerFeedback(string Source, string Kind, double Value)
{
    /// <summary>Creates feedback by a score.</summary>
    /// <param name="value">The score, 0 (bad) to 1 (good).</param>
    /// <param name="source">Who says so.</param>
    /// <returns>The feedback.</returns>
    public static AnswerFeedback Score(double value, string source = "user") => new(source, "score", value);

    /// <summary>Creates feedback by thumbs.</summary>
    /// <param name="up">Whether the thumb is up.</param>
    /// <param name="source">Who says so.</param>
    /// <returns>The feedback.</returns>
    public static AnswerFeedback Thumbs(bool up, string source = "user") => new(source, "thumbs", up ? 1 : 0);

    /// <summary>Creates feedback by the success of the task that the answer was for.</summary>
    /// <param name="succeeded">Whether it succeeded.</param>
    /// <param name="source">Who says so.</param>
    /// <returns>The feedback.</returns>
    public static AnswerFeedback TaskSuccess(bool succeeded, string source = "user") => new(source, "task-success", succeeded ? 1 : 0);
}
