using LanguageRouter.Learning;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the learning of quality with an application's services.</summary>
public static class QualityLearningServiceCollectionExtensions
{
    /// <summary>Lets decisions take the quality of routes from the application's own observations, where there are any.</summary>
    /// <param name="services">The services.</param>
    /// <param name="halfLife">The age at which an observation counts half; <see langword="null"/> for 30 days.</param>
    /// <param name="explorationShare">The share of requests that try an eligible route at random, 0 to 1; the propensities are recorded.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="explorationShare"/> is not between 0 and 1.</exception>
    public static IServiceCollection AddQualityLearning(this IServiceCollection services, TimeSpan? halfLife = null, double explorationShare = 0)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(new RouteExploration(explorationShare));
        services.TryAddSingleton(_ => new QualityLearner(halfLife));
        return services;
    }
}
