namespace LanguageRouter.Execution;

/// <summary>Tells the class of an error that a route's client threw.</summary>
/// <remarks>Implementations are pure and safe for concurrent use.</remarks>
public interface IRouteErrorClassifier
{
    /// <summary>Classifies an exception.</summary>
    /// <param name="exception">What the client threw.</param>
    /// <returns>The class; <see langword="null"/> where this classifier does not know the exception.</returns>
    RouteErrorClass? Classify(Exception exception);

    /// <summary>Reads for how long the provider asks to be left alone, as its header <c>Retry-After</c> says.</summary>
    /// <param name="exception">What the client threw.</param>
    /// <param name="now">The time now, against which a date is held.</param>
    /// <returns>The delay; <see langword="null"/> where the provider says nothing, or this classifier does not know the exception.</returns>
    TimeSpan? RetryAfter(Exception exception, DateTimeOffset now) => null;
}
