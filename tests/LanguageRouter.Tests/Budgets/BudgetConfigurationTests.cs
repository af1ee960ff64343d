using LanguageRouter.Budgets;
using LanguageRouter.Policies;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests.Budgets;

public sealed class BudgetConfigurationTests
{
    [Fact]
    public void ATenantInheritsWhatItsOwnBudgetLeavesOpen()
    {
        var options = TestRouter.Options();
        options.Defaults.Budget = new BudgetOptions { Limits = [new() { Period = BudgetPeriod.Month, HardUsd = 100 }], TimeZone = "Asia/Tokyo" };
        options.Tenants["acme"] = new RoutingPolicyOptions { Budget = new BudgetOptions { WhenUnavailable = UnavailableLedger.Refuse, LeaseLifetime = TimeSpan.FromMinutes(2) } };
        options.Tenants["free"] = new RoutingPolicyOptions { Budget = new BudgetOptions { Limits = [] } };
        var configuration = RoutingConfiguration.Create(options);
        var acme = configuration.PolicyOf("acme").Budget!;
        Assert.Equal((100m, "Asia/Tokyo", UnavailableLedger.Refuse, TimeSpan.FromMinutes(2)), (acme.Limits[0].HardUsd, acme.TimeZone.Id, acme.WhenUnavailable, acme.LeaseLifetime));
        Assert.Null(configuration.PolicyOf("free").Budget);
        Assert.NotEqual(configuration.Defaults.Version, configuration.PolicyOf("acme").Version);
    }

    [Fact]
    public void EveryMistakeIsReportedWithItsPathAndFix()
    {
        var options = TestRouter.Options();
        options.Models["mini"].OutputPrice = null;
        options.Defaults.Budget = new BudgetOptions
        {
            TimeZone = "Asia/Edo",
            LeaseLifetime = TimeSpan.Zero,
            Limits = [new() { HardUsd = 1 }, new() { Period = BudgetPeriod.Day }, new() { Period = BudgetPeriod.Day, SoftUsd = 2, HardUsd = 1 }, new() { Period = BudgetPeriod.Hour, HardUsd = -1 }],
        };
        options.Defaults.Stickiness = new LanguageRouter.Stickiness.StickinessOptions { CacheLifetime = TimeSpan.FromSeconds(-1), SwitchMargin = 2 };
        var failures = Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Create(options)).Failures.ToArray();
        Assert.All(failures, failure => Assert.Contains("Fix: ", failure, StringComparison.Ordinal));
        foreach (var part in new[]
        {
            "Defaults:Budget:TimeZone is 'Asia/Edo'", "Defaults:Budget:LeaseLifetime is 00:00:00", "Defaults:Budget:Limits:0:Period is missing", "Defaults:Budget:Limits:1 limits nothing",
            "Defaults:Budget:Limits:2:Period is 'day' for the second time", "Defaults:Budget:Limits:2:SoftUsd is 2, above HardUsd 1", "Defaults:Budget:Limits:3:HardUsd is -1",
            "route 'english', and Models:mini:OutputPrice is missing", "Defaults:Stickiness:CacheLifetime is -00:00:01", "Defaults:Stickiness:SwitchMargin is 2",
        })
        {
            Assert.Contains(failures, failure => failure.Contains(part, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AModelThatOnlyTheTenantPricesCanBeHeldToItsBudget()
    {
        var options = TestRouter.Options();
        (options.Models["mini"].InputPrice, options.Models["mini"].OutputPrice) = (null, null);
        options.Policies["negotiated"] = new RoutingPolicyOptions { Prices = new Dictionary<string, PriceOptions> { ["mini"] = new() { InputPrice = 0.1m } } };
        options.Tenants["acme"] = new RoutingPolicyOptions
        {
            Inherits = "negotiated",
            Prices = new Dictionary<string, PriceOptions> { ["mini"] = new() { OutputPrice = 0.4m } },
            Budget = new BudgetOptions { Limits = [new() { Period = BudgetPeriod.Day, HardUsd = 1 }] },
        };
        var prices = RoutingConfiguration.Create(options).PolicyOf("acme").Catalog.Find("english")!.Translator!.Model!.Prices;
        Assert.Equal((0.1m, 0.4m), (prices.Input, prices.Output));

        options.Tenants["globex"] = new RoutingPolicyOptions { Inherits = "negotiated", Budget = options.Tenants["acme"].Budget };
        var failure = Assert.Single(Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Create(options)).Failures);
        Assert.StartsWith("Tenants:globex:Budget", failure, StringComparison.Ordinal);
        Assert.Contains("Tenants:globex:Prices:mini:OutputPrice", failure, StringComparison.Ordinal);
    }
}
