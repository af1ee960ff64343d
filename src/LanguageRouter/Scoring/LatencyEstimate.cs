using LanguageRouter.Paths;
using LanguageRouter.Routes;

namespace LanguageRouter.Scoring;

/// <summary>Estimates the time to the whole answer from the configured speeds of the models.</summary>
internal static class LatencyEstimate
{
    /// <summary>The sum over the legs of first-token latency and output tokens / speed; unknown where one leg's speed is unmeasured.</summary>
    public static TimeSpan? Of(Route route, in VolumeView volumes)
    {
        var total = Leg(route, route.Model, volumes, LegKind.Answer);
        if (route.Translator is not { } translator)
        {
            return total;
        }

        total += Leg(route, translator.Model, volumes, LegKind.TranslateIn);
        return volumes.AnswerIsEnglish ? total : total + Leg(route, translator.Model, volumes, LegKind.TranslateOut);
    }

    private static TimeSpan? Leg(Route route, Model? model, in VolumeView volumes, LegKind kind)
    {
        if (model is not { FirstTokenLatency: { } first, OutputTokensPerSecond: { } speed, Tokenizer: { } tokenizer } || !volumes.TryGet(tokenizer, out var tokens))
        {
            return null;
        }

        var output = kind switch
        {
            LegKind.TranslateIn => tokens.EnglishPrompt,
            LegKind.Answer => volumes.AnswerOf(route, tokens),
            _ => volumes.AsLongAs(route, tokens.Answer),
        };
        var reasoning = kind == LegKind.Answer ? volumes.ReasoningOf(route) : model.ReasoningTokens;
        return first + TimeSpan.FromSeconds((output.Likely + reasoning) / speed);
    }
}
