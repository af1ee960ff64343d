using System.Collections.Immutable;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Signals;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>Represents the amounts that a bill is made from: tokens by tokenizer, characters for services billed by characters.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record RequestVolumes
{
    /// <summary>Gets the token volumes by tokenizer name.</summary>
    public required ImmutableArray<KeyValuePair<string, TokenVolumes>> ByTokenizer { get; init; }

    /// <summary>Gets the characters (UTF-16) of the last user turn, for a translator billed by characters.</summary>
    public int PromptCharacters { get; init; }

    /// <summary>Gets the expected characters (UTF-16) of an English answer, for a translator billed by characters.</summary>
    public int EnglishAnswerCharacters { get; init; }

    /// <summary>Gets the number of calls that translate the answer back: 1, or more where it is streamed by sentence.</summary>
    public TokenInterval TranslateOutCalls { get; init; } = TokenInterval.Exact(1);

    /// <summary>Gets a value indicating whether the user wants an English answer, so that nothing is translated back.</summary>
    public bool AnswerIsEnglish { get; init; }

    /// <summary>Gets the name of the route whose provider is expected to hold the prefix (system prompt and history) in its prompt cache; <see langword="null"/> for none.</summary>
    public string? WarmRoute { get; init; }

    /// <summary>Gets the tokens of the prefix that the provider of <see cref="WarmRoute"/> holds; the whole prefix unless it is known better.</summary>
    public int WarmTokens { get; init; } = int.MaxValue;

    /// <summary>Gets a value indicating whether a translated route must translate the earlier turns first; <see langword="false"/> where the conversation is on such a route already.</summary>
    public bool TranslatesHistory { get; init; }

    /// <summary>Gets the characters (UTF-16) of the earlier turns, for a translator billed by characters.</summary>
    public int HistoryCharacters { get; init; }

    /// <summary>Gets the number of requests of the conversation to expect from this one on; 1 where there is no conversation.</summary>
    public int ExpectedTurns { get; init; } = 1;

    /// <summary>Gets a value indicating whether every route's provider is expected to hold the prefix.</summary>
    internal bool IsWarmEverywhere { get; init; }

    internal RequestSignals? Signals { get; init; }

    internal LearntUsage? Usage { get; init; }

    internal bool AnswerIsMeasured { get; init; }

    internal VolumeView View() => new()
    {
        ByTokenizer = ByTokenizer.AsSpan(),
        Source = this,
        PromptCharacters = PromptCharacters,
        EnglishAnswerCharacters = EnglishAnswerCharacters,
        TranslateOutCalls = TranslateOutCalls,
        AnswerIsEnglish = AnswerIsEnglish,
        WarmRoute = WarmRoute,
        WarmTokens = WarmTokens,
        IsWarmEverywhere = IsWarmEverywhere,
        TranslatesHistory = TranslatesHistory,
        HistoryCharacters = HistoryCharacters,
        ExpectedTurns = ExpectedTurns,
        Signals = Signals,
        Usage = Usage,
        AnswerIsMeasured = AnswerIsMeasured,
    };

    /// <summary>The same amounts for an answer of no length.</summary>
    internal RequestVolumes WithoutAnswer() => this with
    {
        ByTokenizer = [.. ByTokenizer.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Answer = TokenInterval.Zero, EnglishAnswer = TokenInterval.Zero }))],
        EnglishAnswerCharacters = 0,
        AnswerIsMeasured = true,
    };
}
