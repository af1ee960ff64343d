using LanguageRouter.Execution;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Classifies the failures of the tokenizer-adapter path.</summary>
/// <remarks>A prompt that is too long and ids that are not the server's let another route serve; a wrong name needs a person.</remarks>
public sealed class TokenizerAdapterErrorClassifier : IRouteErrorClassifier
{
    /// <summary>Gets the instance; it has no state.</summary>
    public static TokenizerAdapterErrorClassifier Instance { get; } = new();

    /// <inheritdoc/>
    public RouteErrorClass? Classify(Exception exception) => exception is not TokenizerAdapterException error ? null : error.Failure switch
    {
        TokenizerAdapterFailure.PromptTooLong => RouteErrorClass.ContextLength,
        TokenizerAdapterFailure.UnknownAdapter => RouteErrorClass.NotFound,
        _ => RouteErrorClass.Path,
    };
}
