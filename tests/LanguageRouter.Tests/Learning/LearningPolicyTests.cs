using LanguageRouter.Learning;
using LanguageRouter.Policies;
using LanguageRouter.Signals;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests.Learning;

public sealed class LearningPolicyTests
{
    [Fact]
    public void Each_value_is_inherited_by_itself()
    {
        var options = TestRouter.Options();
        options.Defaults.Learning = new LearningOptions { HalfLife = TimeSpan.FromDays(10), ShadowShare = 0.01 };
        options.Policies["trying"] = new RoutingPolicyOptions { Learning = new LearningOptions { ExplorationShare = 0.05 } };
        options.Tenants["acme"] = new RoutingPolicyOptions { Inherits = "trying", Learning = new LearningOptions { ShadowShare = 0.2 } };
        var configuration = RoutingConfiguration.Create(options);
        var own = configuration.PolicyOf("acme").Learning;
        Assert.Equal((TimeSpan.FromDays(10), 0.05, 0.2), (own.HalfLife, own.ExplorationShare, own.ShadowShare));
        var others = configuration.PolicyOf("other").Learning;
        Assert.Equal((TimeSpan.FromDays(10), 0, 0.01), (others.HalfLife, others.ExplorationShare, others.ShadowShare));
        Assert.NotEqual(configuration.Defaults.Version, configuration.PolicyOf("acme").Version);
        Assert.Contains(configuration.PolicyOf("acme").Describe(), line => line is { Key: "Learning", Value: "half-life 10.00:00:00, exploration 0.05, shadow runs 0.2" });
        Assert.Equal((TimeSpan.FromDays(30), 0, 0), (LearningPolicy.Default.HalfLife, LearningPolicy.Default.ExplorationShare, LearningPolicy.Default.ShadowShare));
    }

    [Fact]
    public void It_is_read_and_every_mistake_is_named()
    {
        var options = TestRouter.Options();
        options.Defaults.Learning = new LearningOptions { HalfLife = TimeSpan.Zero };
        options.Tenants["acme"] = new RoutingPolicyOptions { Learning = new LearningOptions { ExplorationShare = 1.5, ShadowShare = double.NaN } };
        var failures = Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Create(options)).Failures.ToArray();
        Assert.Contains(failures, failure => failure.StartsWith("Defaults:Learning:HalfLife is 00:00:00.", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.StartsWith("Tenants:acme:Learning:ExplorationShare is 1.5.", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.StartsWith("Tenants:acme:Learning:ShadowShare is NaN.", StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.Contains("Fix:", failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Observations_fade_as_the_tenants_policy_says()
    {
        var options = TestRouter.Options();
        options.Tenants["hasty"] = new RoutingPolicyOptions { Learning = new LearningOptions { HalfLife = TimeSpan.FromDays(1) } };
        var services = new ServiceCollection();
        services.AddLanguageRouting(RoutingConfiguration.Create(options));
        services.AddQualityLearning();
        await using var provider = services.BuildServiceProvider();
        var learner = provider.GetRequiredService<QualityLearner>();
        var day = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var tenant in (string[])["hasty", "other"])
        {
            foreach (var time in (DateTimeOffset[])[day, day.AddDays(1)])
            {
                learner.Observe(new QualityObservation { Tenant = tenant, Route = "english", Against = "direct", Task = TaskKind.Math, Language = "ja", Score = 1, Time = time });
            }
        }

        Assert.Equal(1.5, Assert.Single(learner.Of("hasty")!.Cells).Value.Weight, 9);
        Assert.InRange(Assert.Single(learner.Of("other")!.Cells).Value.Weight, 1.97, 1.98);
        Assert.Equal(TimeSpan.FromDays(1), learner.Of("hasty")!.HalfLife);

        // A half-life that is another since holds for what is there.
        var restarted = new QualityLearner(TimeSpan.FromDays(5));
        restarted.Import(learner.Export());
        Assert.Equal(TimeSpan.FromDays(5), restarted.Of("hasty")!.HalfLife);
        Assert.Equal(1.5, Assert.Single(restarted.Of("hasty")!.Cells).Value.Weight, 9);
    }

    [Fact]
    public void It_is_a_section_of_a_policy_in_the_settings()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LanguageRouter:Models:m:Tokenizer"] = "o200k_base",
            ["LanguageRouter:Routes:0:Name"] = "direct",
            ["LanguageRouter:Routes:0:Kind"] = "direct",
            ["LanguageRouter:Routes:0:Model"] = "m",
            ["LanguageRouter:Defaults:DefaultRoute"] = "direct",
            ["LanguageRouter:Tenants:acme:Learning:HalfLife"] = "7.00:00:00",
            ["LanguageRouter:Tenants:acme:Learning:ExplorationShare"] = "0.1",
            ["LanguageRouter:Tenants:acme:Learning:ShadowShare"] = "0.02",
        }).Build();
        var learning = RoutingConfiguration.Load(configuration.GetSection(RoutingOptions.SectionName)).PolicyOf("acme").Learning;
        Assert.Equal((TimeSpan.FromDays(7), 0.1, 0.02), (learning.HalfLife, learning.ExplorationShare, learning.ShadowShare));
    }
}
