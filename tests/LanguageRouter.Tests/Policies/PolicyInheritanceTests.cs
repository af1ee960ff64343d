using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests.Policies;

public sealed class PolicyInheritanceTests
{
    [Fact]
    public void ATenantInheritsThroughNamedPoliciesToTheDefaults()
    {
        var options = TestRouter.Options();
        options.Defaults.CostWeight = 0.7;
        options.Policies["careful"] = new RoutingPolicyOptions { QualityFloor = -1, LatencyWeight = 0.2 };
        options.Policies["domestic"] = new RoutingPolicyOptions { Inherits = "careful", AllowedRegions = ["jp"] };
        options.Tenants["acme"] = new RoutingPolicyOptions { Inherits = "domestic", LatencyWeight = 0.4 };

        var policy = RoutingConfiguration.Create(options).PolicyOf("acme");

        Assert.Equal((0.7, -1, 0.4), (policy.CostWeight, policy.QualityFloor, policy.LatencyWeight));
        Assert.Equal(["jp"], policy.AllowedRegions!);
        Assert.Equal(["acme", "domestic", "careful", "Defaults"], policy.Chain);
    }

    [Fact]
    public void CirclesAndMissingParentsAreReportedWithTheirNames()
    {
        var options = TestRouter.Options();
        options.Policies["a"] = new RoutingPolicyOptions { Inherits = "b" };
        options.Policies["b"] = new RoutingPolicyOptions { Inherits = "c" };
        options.Policies["c"] = new RoutingPolicyOptions { Inherits = "a" };
        options.Policies["self"] = new RoutingPolicyOptions { Inherits = "self" };
        options.Tenants["acme"] = new RoutingPolicyOptions { Inherits = "a" };
        options.Tenants["other"] = new RoutingPolicyOptions { Inherits = "nobody" };
        options.Defaults.Inherits = "a";

        var failures = Failures(options);

        Assert.Contains(failures, failure => failure.Contains("Policies:a:Inherits goes in a circle: a -> b -> c -> a", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("self -> self", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("Tenants:other:Inherits is 'nobody'", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.Contains("Defaults:Inherits is 'a'", StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.Contains("Fix:", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void ADefaultRouteMustBeAmongTheRoutesThatAreInherited()
    {
        var options = TestRouter.Options();
        options.Policies["japanese"] = new RoutingPolicyOptions { Routes = ["japanese"], DefaultRoute = "japanese" };
        options.Tenants["acme"] = new RoutingPolicyOptions { Inherits = "japanese", DefaultRoute = "direct" };

        Assert.Contains(Failures(options), failure => failure.Contains("Tenants:acme:Routes leaves out the default route 'direct'", StringComparison.Ordinal));
    }

    [Fact]
    public void OwnPricesChangeTheTenantsBillsAndNobodyElses()
    {
        var options = TestRouter.Options();
        options.Tenants["acme"] = new RoutingPolicyOptions { Prices = new Dictionary<string, PriceOptions> { ["frontier"] = new() { OutputPrice = 1, CacheWritePrice = 3 } } };
        var decider = new RoutingDecider(RoutingConfiguration.Create(options));
        var messages = TestRouter.User("光合成の仕組みを説明してください。");

        var own = decider.Decide(messages, tenant: "acme").ScoreOf("direct")!;
        var listed = decider.Decide(messages).ScoreOf("direct")!;

        Assert.True(own.Bill.Total.LikelyUsd < listed.Bill.Total.LikelyUsd / 5);
        Assert.Equal((2.5m, 3m), (own.Route.Model.Prices.Input, own.Route.Model.Prices.CacheWrite));
        Assert.Equal(10, listed.Route.Model.Prices.Output);
        Assert.NotEqual(decider.Configuration.Defaults.Version, decider.Configuration.PolicyOf("acme").Version);
    }

    [Fact]
    public void WhatIsDeniedIsDeniedToTheRequestsItNames()
    {
        var options = TestRouter.Options();
        options.Tenants["acme"] = new RoutingPolicyOptions
        {
            Deny = [new DenyOptions { Kinds = [RouteKind.Adapted], Tasks = [TaskKind.Math], Languages = ["ja"] }],
        };
        var decider = new RoutingDecider(RoutingConfiguration.Create(options));
        const string Math = "りんごが12個あります。3人で同じ数ずつ分けると、一人何個になりますか。";

        var denied = decider.Decide(TestRouter.User(Math), tenant: "acme").ScoreOf("japanese")!;

        Assert.Equal(ReasonCodes.Denied, denied.Exclusion!.Code);
        Assert.Equal("the policy denies kinds adapted, tasks math, languages ja", denied.Exclusion.Detail);
        Assert.NotEqual(ReasonCodes.Denied, decider.Decide(TestRouter.User(Math)).ScoreOf("japanese")!.Exclusion?.Code);
        Assert.NotEqual(ReasonCodes.Denied, decider.Decide(TestRouter.User("光合成の仕組みを説明してください。"), tenant: "acme").ScoreOf("japanese")!.Exclusion?.Code);
    }

    [Fact]
    public void MistakesInTheNewSettingsHavePathAndFix()
    {
        var options = TestRouter.Options();
        options.Tenants["acme"] = new RoutingPolicyOptions
        {
            Deny = [new DenyOptions(), new DenyOptions { Routes = ["nowhere"] }],
            Prices = new Dictionary<string, PriceOptions> { ["nobody"] = new(), ["frontier"] = new() { InputPrice = -2, CacheWritePrice = -3 } },
            Experiment = new ExperimentOptions { Policy = "missing", Mode = ExperimentMode.Share, Share = 1.5 },
        };
        options.Tenants["other"] = new RoutingPolicyOptions { Experiment = new ExperimentOptions { Share = 0.1 } };

        var failures = Failures(options);

        Assert.All(
            (string[])["Tenants:acme:Deny:0 states nothing", "Deny:1:Routes is 'nowhere'", "Prices is 'nobody'", "Prices:frontier:InputPrice is -2", "Prices:frontier:CacheWritePrice is -3", "Experiment:Policy is 'missing'", "Experiment:Share is 1.5", "Tenants:other:Experiment:Policy is missing", "Tenants:other:Experiment:Share is 0.1"],
            part => Assert.Contains(failures, failure => failure.Contains(part, StringComparison.Ordinal)));
        Assert.All(failures, failure => Assert.Contains("Fix:", failure, StringComparison.Ordinal));
    }

    private static string[] Failures(RoutingOptions options) =>
        [.. Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Create(options)).Failures];
}
