using LanguageRouter.Paths;
using LanguageRouter.Paths.TokenizerAdapter;

namespace LanguageRouter.Execution;

/// <summary>Classifies the exceptions of the library's own paths.</summary>
internal sealed class PathErrorClassifier : IRouteErrorClassifier
{
    public static PathErrorClassifier Instance { get; } = new();

    public RouteErrorClass? Classify(Exception exception) => exception switch
    {
        TokenizerAdapterException { Failure: var failure } => failure switch
        {
            TokenizerAdapterFailure.PromptTooLong => RouteErrorClass.ContextLength,
            TokenizerAdapterFailure.UnknownAdapter => RouteErrorClass.NotFound,
            TokenizerAdapterFailure.BrokenAnswer => RouteErrorClass.Server,

            // Another route speaks text and takes tools; this one's ids would be noise.
            TokenizerAdapterFailure.NotSupported or TokenizerAdapterFailure.TokenizerMismatch => RouteErrorClass.Path,
            _ => RouteErrorClass.Unknown,
        },
        IPathFailure => RouteErrorClass.Path,
        _ => null,
    };
}
