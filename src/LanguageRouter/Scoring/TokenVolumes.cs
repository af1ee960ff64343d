using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>How many tokens one request takes in one tokenizer, in the language it is written in and in English.</summary>
public readonly record struct TokenVolumes
{
    /// <summary>Gets the system prompt and tool definitions, as written.</summary>
    public TokenInterval System { get; init; }

    /// <summary>Gets the earlier turns, as written.</summary>
    public TokenInterval History { get; init; }

    /// <summary>Gets the last user turn and what follows it, as written.</summary>
    public TokenInterval Prompt { get; init; }

    /// <summary>Gets the visible answer in the language that the user gets.</summary>
    public TokenInterval Answer { get; init; }

    /// <summary>Gets the system prompt and tool definitions in English.</summary>
    public TokenInterval EnglishSystem { get; init; }

    /// <summary>Gets the earlier turns in English.</summary>
    public TokenInterval EnglishHistory { get; init; }

    /// <summary>Gets the last user turn in English.</summary>
    public TokenInterval EnglishPrompt { get; init; }

    /// <summary>Gets the visible answer in English.</summary>
    public TokenInterval EnglishAnswer { get; init; }
}
