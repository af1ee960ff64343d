using System.Runtime.InteropServices;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Signals;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>Estimates from a request's signals what each tokenizer would count, without reading the text again.</summary>
internal static class VolumeEstimator
{
    /// <summary>Estimates for a decision: in the caller's room, one entry for each tokenizer.</summary>
    public static VolumeView View(
        object basis, RequestSignals signals, LearntUsage? usage, ReadOnlySpan<string> tokenizers, Span<KeyValuePair<string, TokenVolumes>> room)
    {
        var answer = Answer(signals, usage);
        Fill(signals, answer, tokenizers, room);
        return new VolumeView
        {
            ByTokenizer = room[..tokenizers.Length],
            Source = basis,
            PromptCharacters = signals.PromptCharacters,
            EnglishAnswerCharacters = EnglishCharacters(answer),
            TranslateOutCalls = Calls(answer, signals),
            AnswerIsEnglish = IsEnglish(signals),
            TranslatesHistory = true,
            HistoryCharacters = signals.History.Length,
            ExpectedTurns = 1,
            Signals = signals,
            Usage = usage,
            AnswerIsMeasured = false,
        };
    }

    /// <summary>Estimates for keeping; the answer's length is given where it is known.</summary>
    public static RequestVolumes Estimate(RequestSignals signals, ReadOnlySpan<string> tokenizers, TokenInterval? measuredAnswer, LearntUsage? usage)
    {
        var answer = measuredAnswer ?? Answer(signals, usage);
        var volumes = new KeyValuePair<string, TokenVolumes>[tokenizers.Length];
        Fill(signals, answer, tokenizers, volumes);
        return Keep(signals, answer, volumes, usage, measuredAnswer is not null);
    }

    /// <summary>The estimates of a view for keeping, with other tokens.</summary>
    public static RequestVolumes Keep(RequestSignals signals, KeyValuePair<string, TokenVolumes>[] volumes, LearntUsage? usage) =>
        Keep(signals, Answer(signals, usage), volumes, usage, answerIsMeasured: false);

    /// <summary>All that is written, in English.</summary>
    public static TokenInterval InEnglish(string tokenizer, RequestSignals signals) =>
        InEnglish(tokenizer, signals.System) + InEnglish(tokenizer, signals.History) + InEnglish(tokenizer, signals.Prompt);

    private static RequestVolumes Keep(RequestSignals signals, TokenInterval answer, KeyValuePair<string, TokenVolumes>[] volumes, LearntUsage? usage, bool answerIsMeasured) => new()
    {
        ByTokenizer = ImmutableCollectionsMarshal.AsImmutableArray(volumes),
        PromptCharacters = signals.PromptCharacters,
        HistoryCharacters = signals.History.Length,
        TranslatesHistory = true,
        EnglishAnswerCharacters = EnglishCharacters(answer),
        TranslateOutCalls = Calls(answer, signals),
        AnswerIsEnglish = IsEnglish(signals),
        Signals = signals,
        Usage = usage,
        AnswerIsMeasured = answerIsMeasured,
    };

    // In English tokens of o200k_base, over all models.
    private static TokenInterval Answer(RequestSignals signals, LearntUsage? usage)
    {
        var assumed = AnswerLengths.Predict(signals.Task);
        return usage is null ? assumed : usage.Of(AnswerKey.Of(signals.Task)).Predict(assumed);
    }

    private static void Fill(RequestSignals signals, TokenInterval answer, ReadOnlySpan<string> tokenizers, Span<KeyValuePair<string, TokenVolumes>> room)
    {
        var (system, history, prompt) = (signals.System, signals.History, signals.Prompt);
        for (var i = 0; i < tokenizers.Length; i++)
        {
            var tokenizer = tokenizers[i];
            room[i] = new(tokenizer, new TokenVolumes
            {
                System = TokenBounds.Estimate(tokenizer, system),
                History = TokenBounds.Estimate(tokenizer, history),
                Prompt = TokenBounds.Estimate(tokenizer, prompt),
                Answer = TokenDensity.Scale(answer, TokenDensity.Of(tokenizer, signals.AnswerLanguage)),
                EnglishSystem = InEnglish(tokenizer, system),
                EnglishHistory = InEnglish(tokenizer, history),
                EnglishPrompt = InEnglish(tokenizer, prompt),
                EnglishAnswer = TokenDensity.Scale(answer, TokenDensity.Of(tokenizer, "en")),
            });
        }
    }

    private static int EnglishCharacters(TokenInterval answer) => (int)(answer.Likely * TokenDensity.EnglishCharactersPerToken);

    // An answer that is JSON is translated whole, streamed or not.
    private static TokenInterval Calls(TokenInterval answer, RequestSignals signals) =>
        TranslateOutCalls.Estimate(answer, signals.IsStreamed && signals.ResponseFormat == ResponseFormat.Text);

    private static bool IsEnglish(RequestSignals signals) => LanguageTag.Matches(signals.AnswerLanguage, "en");

    private static TokenInterval InEnglish(string tokenizer, in TextProfile profile)
    {
        // A text with hardly any Japanese stays about as it is: code, English, numbers.
        return profile.Length == 0 ? TokenInterval.Zero
            : profile.JapaneseCharacters * 20 < profile.Length ? TokenBounds.Estimate(tokenizer, profile)
            : TranslatedLength.ToEnglish(tokenizer, profile);
    }
}
