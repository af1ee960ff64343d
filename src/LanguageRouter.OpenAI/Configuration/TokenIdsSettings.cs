using LanguageRouter.Paths.TokenizerAdapter;

namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Represents what a client needs to write prompts as token ids, beyond the model itself.</summary>
internal sealed record TokenIdsSettings
{
    public required ChatTemplate Template { get; init; }

    public required int ContextWindow { get; init; }

    /// <summary>The name of the tokenizer as the server itself reads it; null where it is the model's.</summary>
    public string? ServerTokenizer { get; init; }

    /// <summary>The adapters that a llama.cpp server applies by number; null for a server that knows them by name.</summary>
    public LoraNumbers? Loras { get; init; }
}
