using LanguageRouter;
using LanguageRouter.Learning;
using LanguageRouter.Records;
using LanguageRouter.Review.Feedback;
using LanguageRouter.Review.Judging;
using LanguageRouter.Review.Shadowing;
using LanguageRouter.Review.Store;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers where the account gets its quality from: feedback and shadow runs.</summary>
public static class RoutingFeedbackServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IRoutingFeedback"/>, and takes failed verifications and answers asked for again as feedback.</summary>
    /// <param name="services">The services; <c>AddLanguageRouterReview</c> must be among them.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <remarks>Where <c>AddQualityLearning</c> is registered too, decisions learn from it.</remarks>
    public static IServiceCollection AddRoutingFeedback(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new RecentDecisions());
        services.TryAddSingleton<IRoutingFeedback>(provider => new StoreFeedback(
            provider.GetRequiredService<IRecordStore>(), provider.GetRequiredService<RecentDecisions>(), provider.GetService<QualityLearner>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRoutingRecordSink, ImplicitSignalsSink>(provider => new ImplicitSignalsSink(
            provider.GetRequiredService<RecentDecisions>(), provider.GetRequiredService<IRoutingFeedback>(), provider.GetService<QualityLearner>())));
        return services;
    }

    /// <summary>Registers shadow runs; <c>UseShadowRuns</c> around the router draws the requests.</summary>
    /// <param name="services">The services; <c>AddLanguageRouting</c> and <c>AddLanguageRouterReview</c> must be among them.</param>
    /// <param name="options">For how much, over all tenants. Whose requests, and how many, is in the tenants' policies; by default none.</param>
    /// <param name="judge">Makes the judge; <see langword="null"/> compares costs and times without quality.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="OptionsValidationException">The options have mistakes; all of them are listed.</exception>
    public static IServiceCollection AddShadowRuns(this IServiceCollection services, ShadowRunOptions options, Func<IServiceProvider, PairwiseJudge>? judge = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mistakes() is { Count: > 0 } mistakes)
        {
            throw new OptionsValidationException(nameof(ShadowRunOptions), typeof(ShadowRunOptions), mistakes);
        }

        services.AddRoutingFeedback();
        services.TryAddSingleton(provider => new ShadowRuns(
            options,
            provider.GetRequiredService<LanguageRoutingChatClient>(),
            judge?.Invoke(provider),
            provider.GetRequiredService<IRecordStore>(),
            provider.GetRequiredService<RecentDecisions>(),
            provider.GetService<QualityLearner>(),
            provider.GetRequiredService<TimeProvider>(),
            SystemRandom.Next,
            provider.GetService<ILogger<ShadowRuns>>() ?? NullLogger<ShadowRuns>.Instance));
        return services;
    }

    /// <summary>Draws requests for shadow runs; to be added outside the router.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks><c>AddShadowRuns</c> must be registered. A shadow never delays an answer.</remarks>
    public static ChatClientBuilder UseShadowRuns(this ChatClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use((inner, services) => new ShadowingChatClient(inner, services.GetRequiredService<ShadowRuns>()));
    }
}
