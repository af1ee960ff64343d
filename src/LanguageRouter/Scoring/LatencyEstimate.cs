using LanguageRouter.Paths;
using LanguageRouter.Routes;

namespace LanguageRouter.Scoring;

/// <summary>Estimates the time to the whole answer from the configured speeds of the models.</summary>
internal static class LatencyEstimate
{
    /// <summary>The sum over the legs of first-token latency and output tokens / speed; unknown where one leg's speed is unmeasured.</summary>
    public static TimeSpan? Of(Route route, RequestVolumes volumes)
    {
        var total = Leg(route.Model, volumes, route.Kind == RouteKind.Translated ? LegKind.Answer : null);
        if (route.Translator is not { } translator)
        {
            return total;
        }

        total += Leg(translator.Model, volumes, LegKind.TranslateIn);
        return volumes.AnswerIsEnglish ? total : total + Leg(translator.Model, volumes, LegKind.TranslateOut);
    }

    private static TimeSpan? Leg(Model? model, RequestVolumes volumes, LegKind? kind)
    {
        if (model is not { FirstTokenLatency: { } first, OutputTokensPerSecond: { } speed, Tokenizer: { } tokenizer } || !volumes.TryGet(tokenizer, out var tokens))
        {
            return null;
        }

        var output = kind switch
        {
            LegKind.TranslateIn => tokens.EnglishPrompt,
            LegKind.Answer => tokens.EnglishAnswer,
            _ => tokens.Answer,
        };
        return first + TimeSpan.FromSeconds((output.Likely + model.ReasoningTokens) / speed);
    }
}
