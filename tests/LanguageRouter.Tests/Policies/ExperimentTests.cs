using System.Globalization;
using LanguageRouter.Policies;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Policies;

public sealed class ExperimentTests
{
    private const string Prompt = "光合成の仕組みを説明してください。";

    [Fact]
    public async Task ACandidateInShadowSpendsNothingAndItsChoiceIsRecordedWithTheDifferenceOfCost()
    {
        await using var router = Router(ExperimentMode.Shadow, null);

        var decision = (await router.Client.GetResponseAsync(TestRouter.User(Prompt), new ChatOptions().WithRoutingTenant("acme"), TestContext.Current.CancellationToken)).GetRoutingDecision()!;
        await router.Client.FlushRecordsAsync(TestContext.Current.CancellationToken);

        var record = Assert.Single(router.Sink.Records);
        Assert.Equal("direct", decision.Chosen.Name);
        Assert.Empty(router.Local.Requests);
        Assert.Equal("japanese", record.Shadow!.Route);
        Assert.NotEqual(decision.PolicyVersion, record.Shadow.PolicyVersion);
        Assert.True(record.Shadow.CostDifference.LikelyUsd < 0);
        Assert.Equal(record.Decision.ScoreOf("japanese")!.Bill.Total.LikelyUsd - record.Decision.ScoreOf("direct")!.Bill.Total.LikelyUsd, record.Shadow.CostDifference.LikelyUsd);
        Assert.Equal(1, record.Decision.Propensity);
    }

    [Fact]
    public async Task AShareOfConversationsIsDecidedByTheCandidateAndEachStaysThere()
    {
        await using var router = Router(ExperimentMode.Share, 0.3);
        const int Conversations = 400;
        for (var turn = 0; turn < 2; turn++)
        {
            for (var i = 0; i < Conversations; i++)
            {
                await router.Client.GetResponseAsync(TestRouter.User(Prompt), new ChatOptions().WithRoutingTenant("acme").WithRoutingConversation(i.ToString(CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken);
            }
        }

        await router.Client.FlushRecordsAsync(TestContext.Current.CancellationToken);
        var records = router.Sink.Records;
        var candidates = records.Take(Conversations).Select(record => record.Decision.Chosen.Name == "japanese").ToArray();
        Assert.Equal(candidates, records.Skip(Conversations).Select(record => record.Decision.Chosen.Name == "japanese"));

        // 4 standard deviations around 30 %.
        Assert.InRange(candidates.Count(candidate => candidate), 84, 156);
        Assert.All(records, record => Assert.Equal(record.Decision.Chosen.Name == "japanese" ? 0.3 : 0.7, record.Decision.Propensity, 9));
        Assert.All(records, record => Assert.Equal(record.Decision.Chosen.Name == "japanese" ? "direct" : "japanese", record.Shadow!.Route));
    }

    [Fact]
    public async Task WhereBothPoliciesChooseTheSameRouteItsPropensityIsOne()
    {
        await using var router = new TestRouter(options =>
        {
            options.Policies["candidate"] = new RoutingPolicyOptions { DecisionLifetime = TimeSpan.FromMinutes(1) };
            options.Defaults.Experiment = new ExperimentOptions { Policy = "candidate", Mode = ExperimentMode.Share, Share = 0.5 };
        });
        await router.Client.GetResponseAsync(TestRouter.User(Prompt), cancellationToken: TestContext.Current.CancellationToken);
        await router.Client.FlushRecordsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, Assert.Single(router.Sink.Records).Decision.Propensity);
    }

    [Fact]
    public void TheCandidateIsTheTenantsPolicyWithTheNamedSettingsOverIt()
    {
        var options = TestRouter.Options();
        options.Policies["cheap"] = new RoutingPolicyOptions { CostWeight = 3 };
        options.Policies["cheaper"] = new RoutingPolicyOptions { Inherits = "cheap", QualityFloor = -50 };
        options.Tenants["acme"] = new RoutingPolicyOptions { LatencyWeight = 0.9, Experiment = new ExperimentOptions { Policy = "cheaper" } };

        var candidate = RoutingConfiguration.Create(options).PolicyOf("acme").Experiment!.Candidate;

        Assert.Equal((3, -50, 0.9), (candidate.CostWeight, candidate.QualityFloor, candidate.LatencyWeight));
        Assert.Null(candidate.Experiment);
    }

    private static TestRouter Router(ExperimentMode mode, double? share) => new(options =>
    {
        options.Defaults.QualityFloor = -100;
        options.Defaults.Routes = ["direct"];
        options.Policies["candidate"] = new RoutingPolicyOptions { Routes = ["direct", "japanese"], CostWeight = 100 };
        options.Tenants["acme"] = new RoutingPolicyOptions { Experiment = new ExperimentOptions { Policy = "candidate", Mode = mode, Share = share } };
    });
}
