namespace LanguageRouter.Execution;

/// <summary>Tells the class of an error that a route's client threw.</summary>
/// <remarks>Implementations are pure and safe for concurrent use.</remarks>
public interface IRouteErrorClassifier
{
    /// <summary>Classifies an exception.</summary>
    /// <param name="exception">What the client threw.</param>
    /// <returns>The class; <see langword="null"/> where this classifier does not know the exception.</returns>
    RouteErrorClass? Classify(Exception exception);
}
