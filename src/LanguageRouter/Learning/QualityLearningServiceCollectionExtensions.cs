using LanguageRouter.Learning;
using LanguageRouter.Policies;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the learning of quality with an application's services.</summary>
public static class QualityLearningServiceCollectionExtensions
{
    /// <summary>Lets decisions take the quality of routes from the application's own observations, where there are any.</summary>
    /// <param name="services">The services; <c>AddLanguageRouting</c> must be among them.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <remarks>How fast observations fade, and how many requests explore, is in the section <c>Learning</c> of the tenants' policies.</remarks>
    public static IServiceCollection AddQualityLearning(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider =>
        {
            var policies = provider.GetRequiredService<PolicySource>();
            return new QualityLearner(tenant => policies.Current.PolicyOf(tenant).Learning.HalfLife);
        });
        return services;
    }
}
