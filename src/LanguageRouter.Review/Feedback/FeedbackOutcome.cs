namespace LanguageRouter.Review.Feedback;

/// <summary>What became of feedback.</summary>
public enum FeedbackOutcome
{
    /// <summary>It is kept, and counts.</summary>
    Taken,

    /// <summary>It is kept, and counts instead of an earlier one of the same source and kind.</summary>
    Replaced,

    /// <summary>It is kept, but no decision of that identifier is known: it counts in the account once the record is there, and teaches nothing.</summary>
    UnknownDecision,
}
