using System.Security.Cryptography;

namespace LanguageRouter.Learning;

/// <summary>Says which share of the requests tries a route at random, so that what is not chosen can still be learnt of.</summary>
/// <remarks>Safe for concurrent use. Only routes that pass every rule, floor and ceiling are tried, only for tenants that enforce, and never in the midst of a conversation. The propensity is in the decision and in the record.</remarks>
public sealed class RouteExploration
{
    private readonly Func<double> _random;

    /// <summary>Initializes a new instance of the <see cref="RouteExploration"/> class.</summary>
    /// <param name="share">The share of requests that explore, 0 to 1.</param>
    /// <param name="random">Draws evenly from 0 to 1, 1 excluded, and is safe for concurrent use; <see langword="null"/> for the system's generator.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not between 0 and 1.</exception>
    public RouteExploration(double share, Func<double>? random = null)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share of requests that explore must be between 0 and 1.");
        }

        Share = share;
        _random = random ?? Draw01;
    }

    /// <summary>Gets the share of requests that explore.</summary>
    public double Share { get; }

    internal Exploration Draw() => Share > 0 ? new(Share, _random(), _random()) : default;

    private static double Draw01() => (double)RandomNumberGenerator.GetInt32(int.MaxValue) / int.MaxValue;
}
