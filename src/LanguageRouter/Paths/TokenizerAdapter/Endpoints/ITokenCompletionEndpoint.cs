namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Represents a server that completes prompts given as token ids.</summary>
/// <remarks>
/// Implementations are safe for concurrent use. HTTP errors are <see cref="HttpRequestException"/> with their status
/// and, where the server gave one, its retry delay under <see cref="CompletionErrors.RetryAfterKey"/>.
/// </remarks>
public interface ITokenCompletionEndpoint
{
    /// <summary>Completes a prompt.</summary>
    /// <param name="request">The prompt and how to go on.</param>
    /// <param name="cancellationToken">Ends the call; the server is told by the closed connection.</param>
    /// <returns>The whole answer as one chunk.</returns>
    /// <exception cref="HttpRequestException">The server refused, failed, or could not be reached.</exception>
    /// <exception cref="TokenizerAdapterException">The answer is not of the protocol's form.</exception>
    Task<TokenCompletionChunk> CompleteAsync(TokenCompletionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Completes a prompt and gives the answer as it grows.</summary>
    /// <param name="request">The prompt and how to go on.</param>
    /// <param name="cancellationToken">Ends the call; the server is told by the closed connection.</param>
    /// <returns>The chunks in order. A stream that ends without a finish reason ends in an exception, never silently.</returns>
    /// <exception cref="HttpRequestException">The server refused, failed, or could not be reached.</exception>
    /// <exception cref="TokenizerAdapterException">The answer is not of the protocol's form, or was cut.</exception>
    IAsyncEnumerable<TokenCompletionChunk> StreamAsync(TokenCompletionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks the server for its own ids of a text, without a beginning token.</summary>
    /// <param name="modelId">The model's name.</param>
    /// <param name="text">The text; never one of a user.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids; <see langword="null"/> where the server cannot tell.</returns>
    /// <exception cref="HttpRequestException">The server failed or could not be reached.</exception>
    Task<IReadOnlyList<int>?> TokenizeAsync(string modelId, string text, CancellationToken cancellationToken = default);

    /// <summary>Asks the server for the ids of a conversation in its own chat template, ready for an answer.</summary>
    /// <remarks>Only for conversations of our own: servers read control tokens out of the words of a message.</remarks>
    /// <param name="modelId">The model's name.</param>
    /// <param name="conversation">The messages in order, each with its role.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids; <see langword="null"/> where the server cannot tell, which is what this method says where it is not implemented.</returns>
    /// <exception cref="HttpRequestException">The server failed or could not be reached.</exception>
    Task<IReadOnlyList<int>?> RenderAsync(string modelId, IReadOnlyList<(string Role, string Content)> conversation, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<int>?>(null);

    /// <summary>Asks the server what it knows of a model.</summary>
    /// <param name="modelId">The model's name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What it says; <see langword="null"/> where it does not list the model.</returns>
    /// <exception cref="HttpRequestException">The server failed or could not be reached.</exception>
    Task<EndpointModel?> DescribeAsync(string modelId, CancellationToken cancellationToken = default);
}
