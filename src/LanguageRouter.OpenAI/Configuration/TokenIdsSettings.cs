using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Tokens;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Represents what a client needs to write prompts as token ids.</summary>
internal sealed record TokenIdsSettings
{
    public required ITokenEncoder Encoder { get; init; }

    /// <summary>The server's own reading of the tokenizer; null where it is the same.</summary>
    public ITokenEncoder? ServerEncoder { get; init; }

    public required ChatTemplate Template { get; init; }

    public required int ContextWindow { get; init; }
}
