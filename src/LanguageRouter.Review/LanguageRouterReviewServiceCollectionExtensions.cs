using LanguageRouter;
using LanguageRouter.Learning;
using LanguageRouter.Records;
using LanguageRouter.Review;
using LanguageRouter.Review.Learning;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;
using LanguageRouter.Scoring.Usage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the record store with an application's services.</summary>
public static class LanguageRouterReviewServiceCollectionExtensions
{
    /// <summary>Keeps the router's records, where the configuration section <c>LanguageRouter:Review</c> says.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The application's configuration.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="OptionsValidationException">The section has mistakes; all of them are listed.</exception>
    public static IServiceCollection AddLanguageRouterReview(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new RecordStoreOptions();
        configuration.GetSection(RecordStoreOptions.SectionName).Bind(options);
        return services.AddLanguageRouterReview(options);
    }

    /// <summary>Keeps the router's records.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where and how long.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="OptionsValidationException">The options have mistakes; all of them are listed.</exception>
    /// <remarks>
    /// Registers <see cref="IRecordStore"/>, a sink that writes to it, a hosted service that keeps what was learnt in it, and the health check <c>language_router.store</c>. A store that cannot be
    /// reached does not keep the application from starting: the fault shows in the health check, the metrics and the log.
    /// </remarks>
    public static IServiceCollection AddLanguageRouterReview(this IServiceCollection services, RecordStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mistakes() is { Count: > 0 } mistakes)
        {
            throw new OptionsValidationException(RecordStoreOptions.SectionName, typeof(RecordStoreOptions), mistakes);
        }

        services.TryAddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITextRedactor>(new PatternTextRedactor());
        services.TryAddSingleton(provider => options.SqliteFile is { Length: > 0 } file ? RecordStores.Sqlite(file) : RecordStores.PostgreSql(options.PostgreSqlConnection!));
        services.TryAddSingleton(new VerdictTerms { LatencyMargin = options.LatencyMargin });
        services.TryAddSingleton<StoreStatus>();
        services.TryAddSingleton(provider => new StoreTelemetry(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>(), provider.GetRequiredService<StoreStatus>()));
        services.TryAddSingleton(provider => new RecordStoreSink(
            provider.GetRequiredService<IRecordStore>(),
            options,
            provider.GetRequiredService<StoreStatus>(),
            provider.GetRequiredService<StoreTelemetry>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<RecordStoreSink>>() ?? NullLogger<RecordStoreSink>.Instance));
        services.AddSingleton<IRoutingRecordSink>(provider => provider.GetRequiredService<RecordStoreSink>());
        services.AddHostedService(provider => new LearntStateKeeper(
            provider.GetRequiredService<IRecordStore>(),
            [
                .. provider.GetService<UsageLearning>() is { } usage ? (LearntDocument[])[LearntStates.Usage(usage, options.Instance)] : [],
                .. provider.GetService<QualityLearner>() is { } quality ? (LearntDocument[])[LearntStates.Quality(quality, options.Instance)] : [],
            ],
            cancellationToken => provider.GetService<LanguageRoutingChatClient>()?.FlushRecordsAsync(cancellationToken) ?? Task.CompletedTask,
            provider.GetRequiredService<StoreStatus>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<LearntStateKeeper>>() ?? NullLogger<LearntStateKeeper>.Instance));
        services.AddHealthChecks().AddCheck<RecordStoreHealthCheck>("language_router.store");
        return services;
    }
}
