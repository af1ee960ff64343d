namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Represents a request that the tokenizer-adapter path could not serve.</summary>
/// <remarks>
/// The message names the adapter and the fix and holds no text of the request. HTTP errors of the endpoint are
/// <see cref="HttpRequestException"/> with their status.
/// </remarks>
public sealed class TokenizerAdapterException : Exception, IPathFailure
{
    /// <summary>Initializes a new exception.</summary>
    public TokenizerAdapterException()
        : this(TokenizerAdapterFailure.Configuration, "The tokenizer-adapter path could not serve the request.")
    {
    }

    /// <summary>Initializes a new exception with a message.</summary>
    /// <param name="message">What was wrong.</param>
    public TokenizerAdapterException(string message)
        : this(TokenizerAdapterFailure.Configuration, message)
    {
    }

    /// <summary>Initializes a new exception with a message and its cause.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public TokenizerAdapterException(string message, Exception innerException)
        : this(TokenizerAdapterFailure.Configuration, message, innerException)
    {
    }

    /// <summary>Initializes a new exception with its kind.</summary>
    /// <param name="failure">Why the path did not answer.</param>
    /// <param name="message">What was wrong and how to fix it.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public TokenizerAdapterException(TokenizerAdapterFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>Gets why the path did not answer.</summary>
    public TokenizerAdapterFailure Failure { get; }

    /// <summary>Gets the calls that were made; empty where nothing was sent.</summary>
    public IReadOnlyList<PathLeg> Legs { get; init; } = [];

    /// <summary>Gets the exact number of prompt tokens; <see langword="null"/> unless the prompt was too long.</summary>
    public int? PromptTokens { get; init; }

    /// <summary>Gets the context window in tokens; <see langword="null"/> unless the prompt was too long.</summary>
    public int? ContextWindow { get; init; }
}
