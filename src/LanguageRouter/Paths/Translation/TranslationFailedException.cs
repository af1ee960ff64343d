namespace LanguageRouter.Paths.Translation;

/// <summary>The exception that is thrown when a request cannot be translated or a translation does not pass verification.</summary>
/// <remarks>No message holds text of the request. Where <see cref="OutputCommitted"/> is false, another route can still answer.</remarks>
public sealed class TranslationFailedException : Exception, IPathFailure
{
    /// <summary>Initializes a new instance without a code.</summary>
    public TranslationFailedException()
        : this("unknown", null, null)
    {
    }

    /// <summary>Initializes a new instance with a code.</summary>
    /// <param name="code">What failed.</param>
    public TranslationFailedException(string code)
        : this(code, null, null)
    {
    }

    /// <summary>Initializes a new instance with a code and its cause.</summary>
    /// <param name="code">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public TranslationFailedException(string code, Exception? innerException)
        : this(code, null, innerException)
    {
    }

    internal TranslationFailedException(string code, LegKind? leg, Exception? innerException)
        : base(Describe(code, leg), innerException)
    {
        Code = code;
        Leg = leg;
    }

    /// <summary>Gets what failed: a verification code such as <c>number</c> or <c>placeholder_lost</c>, or <c>translator_error</c>, <c>translator_timeout</c>, <c>gate</c>, <c>unsafe_*</c>.</summary>
    public string Code { get; }

    /// <summary>Gets the leg that failed; <see langword="null"/> where the request was refused before any.</summary>
    public LegKind? Leg { get; }

    /// <summary>Gets a value indicating whether a part of the answer had been given to the caller before the failure.</summary>
    public bool OutputCommitted { get; private init; }

    /// <summary>Gets the calls made until the failure, for the account.</summary>
    public IReadOnlyList<PathLeg> Legs { get; private init; } = [];

    /// <summary>Makes the exception of one request: a failure may be shared by requests that waited for the same call.</summary>
    internal TranslationFailedException For(LegLog legs, bool committed) => new(Code, Leg, this) { Legs = legs.ToList(), OutputCommitted = committed };

    private static string Describe(string code, LegKind? leg) => leg switch
    {
        LegKind.TranslateIn => $"The request could not be translated ({code}). Route it to a model that reads it, or give the translating client a direct client to fall back to.",
        LegKind.TranslateOut => $"The answer could not be translated ({code}). Route the request to a model that answers in the user's language, or give the translating client a direct client to fall back to.",
        _ => $"The request is not to be translated ({code}). Route it to a model that reads it.",
    };
}
