using System.Text.Json;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Represents a prompt in token ids and how to go on from it.</summary>
public sealed record TokenCompletionRequest
{
    /// <summary>Gets the model's name at the server.</summary>
    public required string ModelId { get; init; }

    /// <summary>Gets the prompt.</summary>
    public required IReadOnlyList<int> PromptIds { get; init; }

    /// <summary>Gets the largest answer in tokens, 1 or more.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>Gets the temperature; <see langword="null"/> for the server's own.</summary>
    public float? Temperature { get; init; }

    /// <summary>Gets the share of probability that is sampled from; <see langword="null"/> for the server's own.</summary>
    public float? TopP { get; init; }

    /// <summary>Gets the number of tokens that are sampled from; <see langword="null"/> for the server's own.</summary>
    public int? TopK { get; init; }

    /// <summary>Gets the seed; <see langword="null"/> for the server's own.</summary>
    public long? Seed { get; init; }

    /// <summary>Gets the penalty for tokens by how often they occurred; <see langword="null"/> for the server's own.</summary>
    public float? FrequencyPenalty { get; init; }

    /// <summary>Gets the penalty for tokens that occurred; <see langword="null"/> for the server's own.</summary>
    public float? PresencePenalty { get; init; }

    /// <summary>Gets the texts that end the answer; they are not part of it.</summary>
    public IReadOnlyList<string> StopTexts { get; init; } = [];

    /// <summary>Gets the ids that end the answer; they are not part of it.</summary>
    public IReadOnlyList<int> StopIds { get; init; } = [];

    /// <summary>Gets what is added to the logits of single ids; empty for nothing.</summary>
    public IReadOnlyDictionary<int, float> LogitBias { get; init; } = System.Collections.Immutable.ImmutableDictionary<int, float>.Empty;

    /// <summary>Gets the JSON schema that the answer must follow; <see langword="null"/> for free text.</summary>
    public JsonElement? JsonSchema { get; init; }

    /// <summary>Gets the LoRA adapters to apply (llama.cpp).</summary>
    public IReadOnlyList<LoraWeight> Loras { get; init; } = [];
}
