namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Why the tokenizer-adapter path did not answer.</summary>
public enum TokenizerAdapterFailure
{
    /// <summary>The adapter's own configuration is wrong: a person must change it.</summary>
    Configuration,

    /// <summary>The request asks for what this path does not do, such as tools or images.</summary>
    NotSupported,

    /// <summary>The prompt and the answer do not fit the context window; nothing was sent.</summary>
    PromptTooLong,

    /// <summary>The endpoint does not know the adapter.</summary>
    UnknownAdapter,

    /// <summary>The endpoint's ids are not those of the adapter's tokenizer: what it answers would be noise.</summary>
    TokenizerMismatch,

    /// <summary>The endpoint's answer was not of the protocol's form, or ended before it was complete.</summary>
    BrokenAnswer,
}
