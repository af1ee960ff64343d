namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Represents how <see cref="TokenizerAdapterChatClient"/> behaves.</summary>
/// <remarks>The figures are judgement, not measurement.</remarks>
public sealed record TokenizerAdapterOptions
{
    /// <summary>Gets the largest answer in tokens where the caller names none; less where the context window has less room. Default: 1,024.</summary>
    public int DefaultMaxOutputTokens { get; init; } = 1024;

    /// <summary>Gets what happens to a conversation that does not fit. Default: <see cref="TooLongPolicy.Refuse"/>.</summary>
    public TooLongPolicy TooLong { get; init; }

    /// <summary>Gets what the text of an answer is taken from. Default: <see cref="AnswerForm.Text"/>.</summary>
    public AnswerForm AnswerForm { get; init; }

    /// <summary>Gets how long a stream may be silent before it ends in a <see cref="TimeoutException"/>. Default: 60 seconds.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets a value indicating whether the ids are compared with the server's before the first request and after every failure. Default: <see langword="true"/>.</summary>
    public bool Handshake { get; init; } = true;

    /// <summary>Gets a value indicating whether a server whose own chat template gives other ids fails the handshake. Default: <see langword="false"/>: the difference is only reported.</summary>
    public bool RequireServerTemplate { get; init; }

    /// <summary>Gets how long a passed handshake holds. Default: 5 minutes.</summary>
    public TimeSpan HandshakeLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how long requests are refused after a failed handshake before it is tried again. Default: 30 seconds.</summary>
    public TimeSpan HandshakeRetry { get; init; } = TimeSpan.FromSeconds(30);
}
