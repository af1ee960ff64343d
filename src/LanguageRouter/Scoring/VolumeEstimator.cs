using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LanguageRouter.Signals;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>Estimates from a request's signals what each tokenizer would count, without reading the text again.</summary>
internal static class VolumeEstimator
{
    public static RequestVolumes Estimate(RequestSignals signals, ImmutableArray<string> tokenizers, string? warmRoute, TokenInterval? measuredAnswer)
    {
        var answer = measuredAnswer ?? AnswerLengths.Predict(signals.Task, signals.MaxOutputTokens);
        var volumes = new KeyValuePair<string, TokenVolumes>[tokenizers.Length];
        for (var i = 0; i < volumes.Length; i++)
        {
            volumes[i] = new(tokenizers[i], Of(tokenizers[i], signals, answer));
        }

        return new RequestVolumes
        {
            ByTokenizer = ImmutableCollectionsMarshal.AsImmutableArray(volumes),
            PromptCharacters = signals.PromptCharacters,
            HistoryCharacters = signals.History.Length,
            TranslatesHistory = true,
            EnglishAnswerCharacters = (int)(answer.Likely * TokenDensity.EnglishCharactersPerToken),
            AnswerIsEnglish = LanguageTag.Matches(signals.AnswerLanguage, "en"),
            WarmRoute = warmRoute,
        };
    }

    private static TokenVolumes Of(string tokenizer, RequestSignals signals, TokenInterval answer) => new()
    {
        System = TokenBounds.Estimate(tokenizer, signals.System),
        History = TokenBounds.Estimate(tokenizer, signals.History),
        Prompt = TokenBounds.Estimate(tokenizer, signals.Prompt),
        Answer = TokenDensity.Scale(answer, TokenDensity.Of(tokenizer, signals.AnswerLanguage)),
        EnglishSystem = InEnglish(tokenizer, signals.System),
        EnglishHistory = InEnglish(tokenizer, signals.History),
        EnglishPrompt = InEnglish(tokenizer, signals.Prompt),
        EnglishAnswer = TokenDensity.Scale(answer, TokenDensity.Of(tokenizer, "en")),
    };

    /// <summary>All that is written, in English.</summary>
    public static TokenInterval InEnglish(string tokenizer, RequestSignals signals) =>
        InEnglish(tokenizer, signals.System) + InEnglish(tokenizer, signals.History) + InEnglish(tokenizer, signals.Prompt);

    private static TokenInterval InEnglish(string tokenizer, in TextProfile profile)
    {
        // A text with hardly any Japanese stays about as it is: code, English, numbers.
        return profile.JapaneseCharacters * 20 < profile.Length ? TokenBounds.Estimate(tokenizer, profile) : TranslatedLength.ToEnglish(tokenizer, profile);
    }
}
