namespace LanguageRouter.Review.Replay;

/// <summary>Represents one logged request with a reward, and what another policy would have done with it.</summary>
/// <param name="Group">What the reward is modelled by, such as task kind and language.</param>
/// <param name="Action">The route that was taken.</param>
/// <param name="Propensity">The probability with which it was taken, above 0.</param>
/// <param name="Reward">The reward, 0 to 1.</param>
/// <param name="Wanted">The route that the other policy would have taken.</param>
public readonly record struct LoggedOutcome(string Group, string Action, double Propensity, double Reward, string Wanted);
