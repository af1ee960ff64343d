using System.Collections.Frozen;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Keeps the routes whose every leg stays with allowed providers and in allowed regions; what is not stated is not allowed.</summary>
internal sealed class ProviderRule : IEligibilityRule
{
    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals) =>
        Check(policy.AllowedRegions, route.Model.Region, ReasonCodes.Region, "model", route.Model.Name)
        ?? Check(policy.AllowedProviders, route.Model.Provider, ReasonCodes.Provider, "model", route.Model.Name)
        ?? (route.Translator is not { } translator
            ? null
            : Check(policy.AllowedRegions, translator.Region, ReasonCodes.Region, "translator", translator.Name)
                ?? Check(policy.AllowedProviders, translator.Provider, ReasonCodes.Provider, "translator", translator.Name));

    private static Exclusion? Check(FrozenSet<string>? allowed, string? value, string code, string what, string name) =>
        allowed is null || (value is not null && allowed.Contains(value))
            ? null
            : new(code, $"{what} '{name}' states {value ?? "nothing"}, the policy allows {string.Join(", ", allowed.Order(StringComparer.Ordinal))}");
}
