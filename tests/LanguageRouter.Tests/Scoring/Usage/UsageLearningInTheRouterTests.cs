using System.Diagnostics.Metrics;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace LanguageRouter.Tests.Scoring.Usage;

public sealed class UsageLearningInTheRouterTests
{
    [Fact]
    public async Task RequestsTeachTheirOwnTenantAndTheErrorIsAMetric()
    {
        await using var router = new TestRouter(options => options.Defaults.Mode = LanguageRouter.Policies.RoutingMode.Observe, services => services.AddMetrics());
        using var errors = new MetricCollector<double>(router.Services.GetRequiredService<IMeterFactory>(), "LanguageRouter", "language_router.estimate.error");
        var token = TestContext.Current.CancellationToken;
        var learning = router.Services.GetRequiredService<UsageLearning>();
        for (var i = 0; i < 40; i++)
        {
            await router.Client.GetResponseAsync(TestRouter.User("光合成の仕組みを説明してください。"), new ChatOptions().WithRoutingTenant("acme"), token);
            await router.Client.FlushRecordsAsync(token);
        }

        Assert.Empty(learning.ErrorsOf("other"));
        Assert.Empty(learning.ErrorsOf(""));
        Assert.All(learning.ErrorsOf("acme"), error => Assert.Equal(40, error.Observations));
        var input = errors.GetMeasurementSnapshot().Where(measurement => (string?)measurement.Tags["language_router.estimate"] == "input").ToList();
        var first = input.First(measurement => (bool)measurement.Tags["language_router.learnt"]!).Value;
        var last = input.Last(measurement => (bool)measurement.Tags["language_router.learnt"]!).Value;
        Assert.Equal(first, input.Last(measurement => !(bool)measurement.Tags["language_router.learnt"]!).Value, 1e-9);
        Assert.True(last < first / 2, $"{first} -> {last}");
        Assert.DoesNotContain("language_router.tenant", input[0].Tags.Keys);
    }
}
