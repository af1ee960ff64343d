using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Policies;

public sealed class RoutingOverridesTests
{
    private const string Prompt = "光合成の仕組みを説明してください。";

    [Fact]
    public async Task AnOverrideThatThePolicyPermitsHolds()
    {
        await using var router = new TestRouter(options =>
        {
            options.Defaults.Mode = RoutingMode.Observe;
            options.Defaults.AllowOverrides = [RoutingOverrideKind.Route, RoutingOverrideKind.Limits];
        });

        var decision = await router.Client.DecideAsync(TestRouter.User(Prompt), Options(new() { Route = "japanese", QualityFloor = -100 }), TestContext.Current.CancellationToken);

        Assert.Equal("japanese", decision.Target.Name);
        Assert.Equal(ReasonCodes.NotAllowed, decision.ScoreOf("direct")!.Exclusion!.Code);
        Assert.Contains('+', decision.PolicyVersion);
        Assert.Equal("direct", (await router.Client.DecideAsync(TestRouter.User(Prompt), cancellationToken: TestContext.Current.CancellationToken)).Target.Name);
    }

    [Theory]
    [InlineData("QualityFloor", "limits")]
    [InlineData("CostWeight", "weights")]
    public async Task AnOverrideThatItDoesNotPermitIsRefusedWithTenantAndFix(string setting, string kind)
    {
        await using var router = new TestRouter(options => options.Defaults.AllowOverrides = [RoutingOverrideKind.Route]);
        var overrides = setting == "QualityFloor" ? new RoutingOverrides { QualityFloor = -50 } : new RoutingOverrides { CostWeight = 2 };

        var exception = await Assert.ThrowsAsync<ArgumentException>(async () => await router.Client.GetResponseAsync(TestRouter.User(Prompt), Options(overrides).WithRoutingTenant("acme"), TestContext.Current.CancellationToken));

        Assert.Contains("'acme'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{kind}\"", exception.Message, StringComparison.Ordinal);
        Assert.Empty(router.Sink.Records);
    }

    [Fact]
    public async Task ValuesThatMakeNoSenseAndRoutesThatAreNotAllowedAreRefused()
    {
        await using var router = new TestRouter(options =>
        {
            options.Defaults.AllowOverrides = [RoutingOverrideKind.Route, RoutingOverrideKind.Weights, RoutingOverrideKind.Limits];
            options.Defaults.Routes = ["direct", "english"];
        });
        foreach (var overrides in (RoutingOverrides[])[new() { CostWeight = double.NaN }, new() { QualityFloor = -300 }, new() { CostCeilingUsd = -1 }, new() { Route = "japanese" }, new() { Route = "nowhere" }])
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await router.Client.DecideAsync(TestRouter.User(Prompt), Options(overrides), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task OverriddenRequestsShareNoDecisionWithOthersAndNothingReachesTheProvider()
    {
        await using var router = new TestRouter(options => options.Defaults.AllowOverrides = [RoutingOverrideKind.Weights]);
        await router.Client.GetResponseAsync(TestRouter.User(Prompt), cancellationToken: TestContext.Current.CancellationToken);

        var options = Options(new() { CostWeight = 0 });
        var decision = (await router.Client.GetResponseAsync(TestRouter.User(Prompt), options, TestContext.Current.CancellationToken)).GetRoutingDecision()!;

        Assert.Equal(DecisionOrigin.Computed, decision.Origin);
        Assert.All(router.Frontier.Requests.Concat(router.Mini.Requests), request => Assert.DoesNotContain(request.Options?.AdditionalProperties?.Keys ?? [], key => key.Contains("overrides", StringComparison.Ordinal)));
    }

    private static ChatOptions Options(RoutingOverrides overrides) => new ChatOptions().WithRoutingOverrides(overrides);
}
