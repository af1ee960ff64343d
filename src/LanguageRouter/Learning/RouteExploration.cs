using System.Security.Cryptography;

namespace LanguageRouter.Learning;

/// <summary>Draws the requests that try a route at random, so that what is not chosen can still be learnt of.</summary>
/// <remarks>Safe for concurrent use. Only routes that pass every rule, floor and ceiling are tried, only for tenants that enforce, and never in the midst of a conversation. The propensity is in the decision and in the record.</remarks>
/// <param name="random">Draws evenly from 0 to 1, 1 excluded, and is safe for concurrent use; null for the system's generator.</param>
internal sealed class RouteExploration(Func<double>? random = null)
{
    private readonly Func<double> _random = random ?? Draw01;

    /// <summary>Draws for one request, of which so large a share explores.</summary>
    public Exploration Draw(double share) => share > 0 ? new(share, _random(), _random()) : default;

    private static double Draw01() => (double)RandomNumberGenerator.GetInt32(int.MaxValue) / int.MaxValue;
}
