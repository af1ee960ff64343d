using System.Collections.Immutable;
using LanguageRouter.Scoring.Learning;
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
        Signals = Signals,
        Usage = Usage,
        AnswerIsMeasured = AnswerIsMeasured,
    };
}
