namespace LanguageRouter.Evaluation.Stickiness;

/// <summary>What a way to route cost.</summary>
/// <param name="Strategy">Its name.</param>
/// <param name="CostUsd">The cost of all conversations, as the providers would charge it.</param>
/// <param name="Calls">The calls.</param>
/// <param name="Switches">How often a turn went to another route than the one before.</param>
/// <param name="SwitchesInsideTurns">How often a tool round went to another route than the round before.</param>
/// <param name="CachedShare">The share of the input tokens that was read from a prompt cache.</param>
/// <param name="MiniShare">The share of the calls that went to the model with the cache.</param>
internal sealed record StickinessResult(string Strategy, decimal CostUsd, int Calls, int Switches, int SwitchesInsideTurns, double CachedShare, double MiniShare);
