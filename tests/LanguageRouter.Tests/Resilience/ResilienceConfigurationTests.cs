using LanguageRouter.Execution;
using LanguageRouter.Policies;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests.Resilience;

public sealed class ResilienceConfigurationTests
{
    [Theory]
    [InlineData("Resilience:FirstTokenTimeout", "00:00:00", "Resilience:FirstTokenTimeout is 00:00:00. Fix: write a duration above 0 and up to a day")]
    [InlineData("Resilience:StallTimeout", "30", "Resilience:StallTimeout is 30.00:00:00. Fix: write a duration above 0 and up to a day")]
    [InlineData("Resilience:FailureRatio", "1.5", "Resilience:FailureRatio is 1.5. Fix: write a share of 0 to 1")]
    [InlineData("Resilience:MinimumAttempts", "1", "Resilience:MinimumAttempts is 1. Fix: write 2 or more")]
    [InlineData("Resilience:BreakDuration", "00:00:00.1", "Resilience:BreakDuration is 00:00:00.1000000. Fix: write a duration of half a second to a day")]
    [InlineData("Routes:0:Resilience:MaxConcurrency", "0", "Routes:0 ('direct'):Resilience:MaxConcurrency is 0. Fix: write 1 or more")]
    [InlineData("Routes:0:Resilience:QueueLength", "5", "Routes:0 ('direct'):Resilience:QueueLength is 5, but nothing limits the route. Fix: add MaxConcurrency")]
    [InlineData("Routes:0:Resilience:Retries", "3", "Routes:0:Resilience:Retries is not a setting. Fix: remove it, or use one of BreakDuration")]
    [InlineData("Defaults:Resilience:LastResort", "sometimes", "Defaults:Resilience:LastResort is 'sometimes'. Fix: write one of uncompared, any, never")]
    [InlineData("Tenants:acme:Resilience:HedgeAfter", "-00:00:01", "Tenants:acme:Resilience:HedgeAfter is -00:00:01. Fix: write a duration of up to a day")]
    [InlineData("Models:m:SendsFinishReason", "maybe", "Models:m:SendsFinishReason is 'maybe'. Fix: write true or false")]
    public void MistakesNameTheirPlaceTheValueAndTheFix(string key, string value, string expected)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Load((key, value)));
        Assert.Contains(expected, Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void ARouteGoesBeforeAllAndATenantBeforeTheDefaults()
    {
        var configuration = Load(("Resilience:StallTimeout", "00:00:10"), ("Resilience:TotalTimeout", "00:01:00"), ("Routes:0:Resilience:StallTimeout", "00:00:05"),
            ("Defaults:Resilience:HedgeAfter", "00:00:02"), ("Tenants:acme:Resilience:HedgeAfter", "00:00:00"), ("Tenants:acme:Resilience:LastResort", "never"));
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)), (configuration.Catalog.Routes[0].Resilience.StallTimeout!.Value, configuration.Catalog.Routes[0].Resilience.TotalTimeout!.Value));
        Assert.Equal((TimeSpan.FromSeconds(2), LastResort.Uncompared), (configuration.Defaults.Resilience.HedgeAfter!.Value, configuration.Defaults.Resilience.LastResort));
        Assert.Equal((null, LastResort.Never), (configuration.PolicyOf("acme").Resilience.HedgeAfter, configuration.PolicyOf("acme").Resilience.LastResort));
    }

    [Theory]
    [InlineData("Resilience:StallTimeout", "00:00:10")]
    [InlineData("Routes:0:Resilience:FailureRatio", "0.7")]
    [InlineData("Defaults:Resilience:LastResort", "any")]
    [InlineData("Models:m:SendsFinishReason", "false")]
    public void TheVersionHoldsEverySetting(string key, string value) => Assert.NotEqual(Load().Defaults.Version, Load((key, value)).Defaults.Version);

    [Fact]
    public async Task WhatIsKnownOfARouteOutlivesAReloadThatDoesNotTouchIt()
    {
        var section = Configuration(("Routes:1:Name", "second"), ("Routes:1:Kind", "direct"), ("Routes:1:Model", "m"));
        await using var services = new ServiceCollection()
            .AddLanguageRouting(section)
            .AddModelClient("m", Streams.Client("", new IOException("cut")))
            .BuildServiceProvider();
        var router = services.GetRequiredService<LanguageRoutingChatClient>();
        var health = services.GetRequiredService<IRouteHealth>();
        await Record.ExceptionAsync(() => router.GetResponseAsync("こんにちは", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(["direct", "second"], health.GetAll().Select(route => route.Route));

        section["LanguageRouter:Defaults:CostWeight"] = "0.7";
        section.Reload();
        Assert.Equal(1, health.Find("direct")!.Failed);
        section["LanguageRouter:Routes:1:Name"] = "renamed";
        section.Reload();
        Assert.Equal(["direct", "renamed"], health.GetAll().Select(route => route.Route));
        Assert.Null(health.Find("second"));
    }

    private static RoutingConfiguration Load(params (string Key, string Value)[] more) => RoutingConfiguration.Load(Configuration(more).GetSection("LanguageRouter"));

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["LanguageRouter:Models:m:Tokenizer"] = "o200k_base",
            ["LanguageRouter:Routes:0:Name"] = "direct",
            ["LanguageRouter:Routes:0:Kind"] = "direct",
            ["LanguageRouter:Routes:0:Model"] = "m",
            ["LanguageRouter:Defaults:DefaultRoute"] = "direct",
        };
        foreach (var (key, value) in more)
        {
            values["LanguageRouter:" + key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
