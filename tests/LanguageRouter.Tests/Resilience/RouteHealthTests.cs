using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace LanguageRouter.Tests.Resilience;

public sealed class RouteHealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HealthIsToldToTheApplicationItsChecksAndItsMetrics()
    {
        await using var router = new ResilienceRouter { Direct = Streams.Client("direct"), Other = Streams.Client("other") };
        using var states = new MetricCollector<int>(router.Services.GetRequiredService<IMeterFactory>(), "LanguageRouter", "language_router.route.state");
        await router.AskAsync();
        Assert.Equal(["direct", "other"], router.Health.GetAll().Select(health => health.Route));
        Assert.Equal((1, 0), (router.Health.Find("direct")!.Succeeded, router.Health.Find("direct")!.Failed));
        Assert.Null(router.Health.Find("elsewhere"));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(router)).Status);

        router.Direct = Streams.Client("", Down());
        await router.FailAsync(11);
        var degraded = await CheckAsync(router);
        Assert.Equal(HealthStatus.Degraded, degraded.Status);
        Assert.Equal("not used: direct (open, last error server)", degraded.Entries["language-router"].Description);
        Assert.Equal("open", degraded.Entries["language-router"].Data["direct"]);
        states.RecordObservableInstruments();
        Assert.Equal([("direct", 2), ("other", 0)], states.GetMeasurementSnapshot().Select(state => ((string)state.Tags["language_router.route"]!, state.Value)));

        router.Other = Streams.Client("", Down());
        await router.FailAsync(40);
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(router)).Status);
    }

    private static HttpRequestException Down() => new("down", null, HttpStatusCode.ServiceUnavailable);

    private static Task<HealthReport> CheckAsync(ResilienceRouter router) => router.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);
}
