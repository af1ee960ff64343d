using System.Globalization;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Tokens;

namespace LanguageRouter.Decisions.Rules;

/// <summary>Keeps the routes whose models can hold the prompt; the answer's length is not known yet and not counted.</summary>
internal sealed class ContextWindowRule : IEligibilityRule
{
    // No tokenizer makes more tokens of a character, also after compatibility normalization; most requests are far below any window.
    private const int MostTokensPerCharacter = 40;

    public Exclusion? Check(Route route, RoutingPolicy policy, RequestSignals signals)
    {
        if (Fits(route.Model, signals) && Fits(route.Translator?.Model, signals))
        {
            return null;
        }

        if (route.Kind != RouteKind.Translated)
        {
            return route.Model.Tokenizer is { } own ? Check(route.Model, signals.EstimateTokens(own)) : null;
        }

        // The translator reads the last turn as it is written, the answering model all of it in English.
        return (route.Model.Tokenizer is { } tokenizer ? Check(route.Model, VolumeEstimator.InEnglish(tokenizer, signals)) : null)
            ?? (route.Translator?.Model is { Tokenizer: { } translators } translator ? Check(translator, TokenBounds.Estimate(translators, signals.Prompt)) : null);
    }

    private static bool Fits(Model? model, RequestSignals signals) =>
        model?.ContextWindow is not { } window || (long)signals.Characters * MostTokensPerCharacter <= window;

    // The likely count decides: the high end would exclude models that fit with room to spare.
    private static Exclusion? Check(Model model, TokenInterval tokens) =>
        model.ContextWindow is not { } window || tokens.Likely <= window
            ? null
            : new(ReasonCodes.TooLong, string.Create(CultureInfo.InvariantCulture, $"about {tokens.Likely} tokens of {model.Tokenizer}, model '{model.Name}' holds {window}"));
}
