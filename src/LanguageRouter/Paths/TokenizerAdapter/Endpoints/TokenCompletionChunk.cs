namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Represents a part of an answer.</summary>
public sealed record TokenCompletionChunk
{
    /// <summary>Gets the text that the server decoded; <see langword="null"/> where it sends ids alone.</summary>
    public string? Text { get; init; }

    /// <summary>Gets the new ids; <see langword="null"/> where the server does not send them. Some servers send all of them with the last chunk.</summary>
    public IReadOnlyList<int>? Ids { get; init; }

    /// <summary>Gets why the answer ended: <c>stop</c>, <c>length</c> or the server's own word; <see langword="null"/> while it goes on.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Gets the prompt tokens as the server counted them; <see langword="null"/> where not told.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Gets how many of the prompt tokens came from the server's cache; <see langword="null"/> where not told.</summary>
    public int? CachedTokens { get; init; }

    /// <summary>Gets the answer's tokens as the server counted them; <see langword="null"/> where not told.</summary>
    public int? AnswerTokens { get; init; }

    /// <summary>Gets the model's name in the answer; <see langword="null"/> where not told.</summary>
    public string? ModelId { get; init; }
}
