using LanguageRouter.Execution;
using LanguageRouter.Scoring;
using LanguageRouter.Tokens;

namespace LanguageRouter.Budgets;

/// <summary>Says what an attempt is charged with: what it cost, or, where no provider reported usage, what it most likely did.</summary>
internal static class AttemptSettlement
{
    /// <summary>Gets the amount, and whether it is an estimate.</summary>
    /// <param name="attempt">The attempt, as it ended.</param>
    /// <param name="bill">The bill that was expected of it.</param>
    /// <param name="seen">The answer's text that reached the caller.</param>
    public static (decimal Usd, bool IsEstimated) Of(RouteAttempt attempt, RouteBill bill, in TextProfile seen)
    {
        // A cancelled attempt without legs reports nothing, whatever its sum says.
        if (attempt.Cost.IsKnown && (attempt.Legs.Count > 0 || attempt.Outcome == AttemptOutcome.Succeeded))
        {
            return (attempt.Cost.LikelyUsd, false);
        }

        var usd = attempt.Outcome switch
        {
            AttemptOutcome.Failed when IsUnbilled(attempt.Error) => 0,
            AttemptOutcome.Broken or AttemptOutcome.Cancelled when seen.Length > 0 => CutStream(bill, seen),
            _ => bill.Total.LikelyUsd,
        };
        return (usd, true);
    }

    // Providers bill answers, not refusals. A time-out may hide an answer that was made, so it is charged. (judgement)
    private static bool IsUnbilled(RouteErrorClass? error) => error is not (null or RouteErrorClass.Timeout or RouteErrorClass.Unknown or RouteErrorClass.Path);

    // The input of every leg, and of the output the share that was seen.
    private static decimal CutStream(RouteBill bill, in TextProfile seen)
    {
        var legs = bill.Legs;
        var visible = legs[^1];
        if (!bill.Total.IsKnown || visible.Tokenizer is not { } tokenizer || visible.OutputTokens.Likely == 0)
        {
            return bill.Total.LikelyUsd;
        }

        var share = (decimal)TokenBounds.Estimate(tokenizer, seen).Likely / visible.OutputTokens.Likely;
        return Math.Max(0, bill.Total.LikelyUsd - (1 - share) * bill.AnswerUsd);
    }
}
