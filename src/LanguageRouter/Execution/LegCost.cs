using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;

namespace LanguageRouter.Execution;

/// <summary>Prices the legs that really ran.</summary>
public static class LegCost
{
    /// <summary>Adds up what the legs of a route cost.</summary>
    /// <param name="route">The route.</param>
    /// <param name="legs">The calls that it made.</param>
    /// <returns>The cost; unknown, with the reason, where that of a leg is.</returns>
    public static CostInterval Of(Route route, IReadOnlyList<PathLeg> legs)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(legs);
        var total = CostInterval.Exact(0);
        foreach (var leg in legs)
        {
            total += Of(route, leg);
        }

        return total;
    }

    private static CostInterval Of(Route route, PathLeg leg) => leg.Kind == LegKind.Answer || route.Translator is not { } translator
        ? TokenPrice.Actual(route.Model, leg.Usage)
        : translator.Model is { } model ? TokenPrice.Actual(model, leg.Usage)
        : translator.PricePerMillionCharacters is not { } price ? CostInterval.Unknown($"translator '{translator.Name}' has no price per million characters")

        // A service may have charged for a call that failed on its way back.
        : leg is { Failure: not null, BilledCharacters: 0 } ? CostInterval.Unknown($"translator '{translator.Name}' failed without saying what it charged")
        : CostInterval.Exact(price * leg.BilledCharacters * TokenPrice.PerMillion);
}
