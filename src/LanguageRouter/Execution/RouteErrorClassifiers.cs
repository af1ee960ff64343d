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

    /// <summary>Whether another route may succeed where this error ended one.</summary>
    public static bool AllowsFailover(RouteErrorClass error) => error is
        RouteErrorClass.ContextLength or RouteErrorClass.RateLimit or RouteErrorClass.Timeout or RouteErrorClass.Server or RouteErrorClass.Connection or RouteErrorClass.Path;
}
