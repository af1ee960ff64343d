using System.Diagnostics;
using System.Diagnostics.Metrics;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace LanguageRouter.Tests.Telemetry;

public sealed class RoutingTelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARequestIsCountedPricedAndTracedWithoutItsText()
    {
        const string Prompt = "ひみつの話ですが、光合成の仕組みを説明してください。";
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "LanguageRouter",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (activities)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var router = new TestRouter(options => options.Defaults.Mode = RoutingMode.Observe, services => services.AddMetrics());
        var meters = router.Services.GetRequiredService<IMeterFactory>();
        using var decisions = new MetricCollector<long>(meters, "LanguageRouter", "language_router.decisions");
        using var cost = new MetricCollector<double>(meters, "LanguageRouter", "language_router.cost");

        using var root = new Activity("test").Start();
        await router.Client.GetResponseAsync(TestRouter.User(Prompt), new ChatOptions().WithRoutingTenant("acme"), Token);
        await router.Client.FlushRecordsAsync(Token);

        var decision = Assert.Single(decisions.GetMeasurementSnapshot());
        Assert.Equal("ja", decision.Tags["language_router.language"]);
        Assert.Equal("observe", decision.Tags["language_router.mode"]);
        Assert.DoesNotContain("language_router.tenant", decision.Tags.Keys);
        Assert.Equal((100 * 2.5 + 50 * 10) / 1_000_000, Assert.Single(cost.GetMeasurementSnapshot()).Value, 1e-12);

        var mine = activities.Where(activity => activity.RootId == root.RootId).ToArray();
        var request = Assert.Single(mine, activity => activity.OperationName == "route_request");
        var attempt = Assert.Single(mine, activity => activity.OperationName == "chat frontier-1");
        Assert.Equal("acme", request.GetTagItem("language_router.tenant"));
        Assert.Equal("frontier-1", attempt.GetTagItem("gen_ai.request.model"));
        Assert.Equal("openai", attempt.GetTagItem("gen_ai.provider.name"));
        Assert.Equal(100L, attempt.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.All(mine.SelectMany(activity => activity.TagObjects), tag => Assert.DoesNotContain("ひみつ", tag.Value?.ToString() ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASinkThatThrowsIsCountedAndHarmsNobody()
    {
        await using var router = new TestRouter(services: services =>
        {
            services.AddMetrics();
            services.AddSingleton<IRoutingRecordSink, ThrowingSink>();
        });
        using var failures = new MetricCollector<long>(router.Services.GetRequiredService<IMeterFactory>(), "LanguageRouter", "language_router.records.sink_failures");
        var response = await router.Client.GetResponseAsync(TestRouter.User("Good morning."), cancellationToken: Token);
        await router.Client.FlushRecordsAsync(Token);
        Assert.Equal("frontier", response.Text);
        Assert.Single(router.Sink.Records);
        Assert.Equal("ThrowingSink", Assert.Single(failures.GetMeasurementSnapshot()).Tags["language_router.sink"]);
    }

    private sealed class ThrowingSink : IRoutingRecordSink
    {
        public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken) => throw new InvalidOperationException("full");
    }
}
