using LanguageRouter.Tokens;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Represents a model behind a tokenizer of its own: what the client needs to write prompts as its token ids.</summary>
/// <remarks>Implementations are immutable and safe for concurrent use.</remarks>
public interface ITokenizerAdapter
{
    /// <summary>Gets the name by which callers ask for the adapter, in records too.</summary>
    string Name { get; }

    /// <summary>Gets the model's name at the endpoint: with vLLM the name of the LoRA or of the merged model.</summary>
    string ModelId { get; }

    /// <summary>Gets the tokenizer, right to the id.</summary>
    ITokenEncoder Encoder { get; }

    /// <summary>Gets the form in which conversations are written.</summary>
    ChatTemplate Template { get; }

    /// <summary>Gets the largest prompt and answer together, in tokens.</summary>
    int ContextWindow { get; }

    /// <summary>Gets the LoRA adapters that a llama.cpp server is asked to apply, by its own numbers; empty for none, and for vLLM, which takes <see cref="ModelId"/>.</summary>
    IReadOnlyList<LoraWeight> Loras { get; }

    /// <summary>
    /// Gets the tokenizer as the server itself reads it, where that is known to differ from <see cref="Encoder"/> (llama.cpp's
    /// reading of Unigram vocabularies); <see langword="null"/> where the server's reading is the same. Only the handshake uses it.
    /// </summary>
    ITokenEncoder? ServerEncoder { get; }

    /// <summary>Gets the counter of the tokenizer that the base model would have used, for the account of the path; <see langword="null"/> where there is none.</summary>
    ITokenCounter? BaseCounter { get; }
}
