using LanguageRouter.Paths;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;

namespace LanguageRouter.Execution;

/// <summary>Prices an attempt that ended without an account of its calls.</summary>
internal static class AttemptCost
{
    /// <summary>Tells what an attempt cost.</summary>
    /// <param name="route">The route.</param>
    /// <param name="legs">The calls it reported.</param>
    /// <param name="error">The class of its error; null where it was not an error that ended it.</param>
    /// <param name="exception">The error.</param>
    /// <param name="saidNothing">Whether the model had not begun to answer.</param>
    public static CostInterval Of(Route route, IReadOnlyList<PathLeg> legs, RouteErrorClass? error, Exception? exception, bool saidNothing) =>
        legs.Count > 0 ? LegCost.Of(route, saidNothing && error is { } failure && exception is not null && ModelChargedNothing(failure, exception) ? [.. legs.Where(l => !WasRefused(l))] : legs)
        : saidNothing && error is { } met && exception is not null && NothingWasCharged(route, met, exception) ? CostInterval.Exact(0)
        : CostInterval.Unknown($"route '{route.Name}' ended without reporting usage");

    private static bool WasRefused(PathLeg leg) => leg is { Kind: LegKind.Answer, Failure: not null, Usage: null };

    private static bool NothingWasCharged(Route route, RouteErrorClass error, Exception exception)
    {
        // Refused by the path before its first call.
        if (exception is TranslationFailedException { Leg: null })
        {
            return true;
        }

        // On a translated route the translator may have been paid by the time the model refuses.
        return route.Kind != RouteKind.Translated && ModelChargedNothing(error, exception);
    }

    private static bool ModelChargedNothing(RouteErrorClass error, Exception exception)
    {
        // Refused before the model ran, or never sent. After a time-out, a server's error or a cut nobody knows what ran.
        return error is RouteErrorClass.BadRequest or RouteErrorClass.Authentication or RouteErrorClass.NotFound or RouteErrorClass.ContextLength or RouteErrorClass.RateLimit
            || NeverConnected(exception);
    }

    private static bool NeverConnected(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError })
            {
                return true;
            }
        }

        return false;
    }
}
