using System.Globalization;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Keeps the routes whose model can hold the prompt; the answer's length is not known yet and not counted.</summary>
internal sealed class ContextWindowRule : IEligibilityRule
{
    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals)
    {
        if (route.Model is not { ContextWindow: { } window, Tokenizer: { } tokenizer } || route.Kind == RouteKind.Translated)
        {
            return null;
        }

        // The likely count decides: the high end would exclude models that fit with room to spare.
        var tokens = signals.EstimateTokens(tokenizer);
        return tokens.Likely <= window
            ? null
            : new(ReasonCodes.TooLong, string.Create(CultureInfo.InvariantCulture, $"about {tokens.Likely} tokens of {tokenizer}, model '{route.Model.Name}' holds {window}"));
    }
}
