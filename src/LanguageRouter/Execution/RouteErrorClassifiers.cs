using LanguageRouter.Paths;

namespace LanguageRouter.Execution;

/// <summary>Asks each classifier in turn, the application's before the library's own.</summary>
internal sealed class RouteErrorClassifiers(IEnumerable<IRouteErrorClassifier> classifiers)
{
    private readonly IRouteErrorClassifier[] _classifiers = [.. classifiers, PathErrorClassifier.Instance, HttpErrorClassifier.Instance];

    public RouteErrorClass Classify(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            foreach (var classifier in _classifiers)
            {
                if (classifier.Classify(inner) is { } found)
                {
                    return found;
                }
            }
        }

        return RouteErrorClass.Unknown;
    }

    /// <summary>For how long the provider asks to be left alone; null where it does not.</summary>
    public TimeSpan? RetryAfter(Exception exception, DateTimeOffset now)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            foreach (var classifier in _classifiers)
            {
                if (classifier.RetryAfter(inner, now) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the error says that the route is in trouble, and not that its request or configuration is wrong.</summary>
    public bool IsTrouble(RouteErrorClass error, Exception exception)
    {
        if (error != RouteErrorClass.Path)
        {
            return error is RouteErrorClass.RateLimit or RouteErrorClass.Timeout or RouteErrorClass.Server or RouteErrorClass.Connection;
        }

        // A path that gave up is in trouble where a call of it was; a translation that failed its checks says nothing of the endpoints.
        var cause = exception;
        while (cause is IPathFailure)
        {
            cause = ((Exception)cause).InnerException;
        }

        return cause is not null && Classify(cause) is not RouteErrorClass.Path and var inner && IsTrouble(inner, cause);
    }

    /// <summary>Whether another route may succeed where this error ended one.</summary>
    public static bool AllowsFailover(RouteErrorClass error) => error is
        RouteErrorClass.ContextLength or RouteErrorClass.RateLimit or RouteErrorClass.Timeout or RouteErrorClass.Server or RouteErrorClass.Connection or RouteErrorClass.Path;
}
