namespace LanguageRouter.Review.Replay;

/// <summary>How many records the recorded policy sent one way and the other policy another.</summary>
/// <param name="From">The route that was chosen.</param>
/// <param name="To">The route that the other policy chooses.</param>
/// <param name="Records">The number of records.</param>
public readonly record struct ReplayMove(string From, string To, int Records);
