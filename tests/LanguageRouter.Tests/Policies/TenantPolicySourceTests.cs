using System.Globalization;
using System.Text.Json;
using LanguageRouter.Policies;
using LanguageRouter.Telemetry;
using LanguageRouter.Tests.Learning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests.Policies;

public sealed class TenantPolicySourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tenants").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void FilesOfAFolderHoldTenantsWithEverySettingOfTheSection()
    {
        Write("a.json", """{ "$schema": "x", "Tenants": { "acme": { "Mode": "enforce", "QualityFloor": -1.5, "Deny": [ { "Tasks": [ "math" ] } ] } } } // a comment""");
        Write("b.json", """{ "Tenants": { "beta": { "AllowedRegions": [], "DecisionLifetime": "00:00:05" } } }""");
        using var source = new JsonTenantPolicies(Path.Combine(_folder, "*.json"));

        var configuration = RoutingConfiguration.Load(Section(), Environment.CurrentDirectory, tenants: [source]);

        Assert.Equal(-1.5, configuration.PolicyOf("acme").QualityFloor);
        Assert.Single(configuration.PolicyOf("acme").Denials);
        Assert.Empty(configuration.PolicyOf("beta").AllowedRegions!);
        Assert.Equal(TimeSpan.FromSeconds(5), configuration.PolicyOf("beta").DecisionLifetime);
    }

    [Fact]
    public void AWordingFileStandsBesideTheTenantsFile()
    {
        Write("wording.json", WordingSamples.File(["a", "b"], "敬語", [1, 2]).Write());
        Write("a.json", """{ "Tenants": { "acme": { "Learning": { "Wording": "wording.json" } }, "beta": { "Learning": { "Wording": "none" } }, "gamma": { "Learning": { "Wording": "wordings.json" } } } }""");
        using var source = new JsonTenantPolicies(Path.Combine(_folder, "a.json"));
        var failure = Assert.Single(Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Load(Section(), Environment.CurrentDirectory, tenants: [source])).Failures);
        Assert.StartsWith($"Tenants:gamma:Learning:Wording is '{Path.Combine(_folder, "wordings.json")}', which cannot be read", failure, StringComparison.Ordinal);

        Write("a.json", """{ "Tenants": { "acme": { "Learning": { "Wording": "wording.json" } }, "beta": { "Learning": { "Wording": "none" } } } }""");
        var configuration = RoutingConfiguration.Load(Section(), Environment.CurrentDirectory, tenants: [source]);
        Assert.NotNull(configuration.PolicyOf("acme").Learning.Wording);
        Assert.Null(configuration.PolicyOf("beta").Learning.Wording);
    }

    [Fact]
    public void EveryMistakeNamesItsFile()
    {
        Write("a.json", """{ "Tenants": { "acme": { "Mode": "enforced", "Pirce": 1 }, "twice": {} } }""");
        Write("b.json", """{ "Tenants": { "twice": {} } }""");
        Write("c.json", """{ "Tenants": """);
        using var source = new JsonTenantPolicies(Path.Combine(_folder, "*.json"));
        using var missing = new JsonTenantPolicies(Path.Combine(_folder, "none.json"));

        var failures = Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Load(Section(), Environment.CurrentDirectory, tenants: [source, missing])).Failures.ToArray();

        Assert.All(
            (string[])["a.json: Tenants:acme:Mode is 'enforced'", "a.json: Tenants:acme:Pirce is not a setting", "b.json: Tenants:twice stands in another file", "c.json is no JSON", "there is no such file"],
            part => Assert.Contains(failures, failure => failure.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AChangedFileComesIntoForceAndABrokenOneDoesNot()
    {
        Write("a.json", """{ "Tenants": { "acme": { "QualityFloor": -1 } } }""");
        using var tenants = new JsonTenantPolicies(Path.Combine(_folder, "a.json"));
        using var telemetry = new RoutingTelemetry();
        var logger = new FakeLogger<PolicySource>();
        using var policies = new PolicySource(Section(), telemetry, logger, tenants: [tenants]);

        Write("a.json", """{ "Tenants": { "acme": { "QualityFloor": -2 } } }""");
        await Until(() => policies.Current.PolicyOf("acme").QualityFloor == -2);
        var good = policies.Current;

        Write("a.json", """{ "Tenants": { "acme": { "QualityFloor": "low" } } }""");
        await Until(() => logger.Collector.GetSnapshot().Any(record => record.Message.Contains("QualityFloor is 'low'", StringComparison.Ordinal)));
        Assert.Same(good, policies.Current);
    }

    [Fact]
    public void ThousandsOfTenantsAreReadAndShareWhatTheyInherit()
    {
        const int Tenants = 3_000;
        Write("many.json", JsonSerializer.Serialize(new
        {
            Tenants = Enumerable.Range(0, Tenants).ToDictionary(i => string.Create(CultureInfo.InvariantCulture, $"tenant-{i}"), i => new { QualityFloor = -(i % 50) }),
        }));
        using var source = new JsonTenantPolicies(Path.Combine(_folder, "many.json"));

        var configuration = RoutingConfiguration.Load(Section(), Environment.CurrentDirectory, tenants: [source]);

        Assert.Equal(Tenants, configuration.Tenants.Count());
        Assert.Equal(-7, configuration.PolicyOf("tenant-7").QualityFloor);
        Assert.Same(configuration.Defaults.DenyTranslationFor, configuration.PolicyOf("tenant-7").DenyTranslationFor);
        Assert.Equal(configuration.PolicyOf("tenant-7").Version, configuration.PolicyOf("tenant-57").Version);
    }

    private static IConfigurationSection Section() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["LanguageRouter:Models:a:InputPrice"] = "1",
        ["LanguageRouter:Models:b:InputPrice"] = "1",
        ["LanguageRouter:Routes:0:Name"] = "direct",
        ["LanguageRouter:Routes:0:Kind"] = "direct",
        ["LanguageRouter:Routes:0:Model"] = "a",
        ["LanguageRouter:Defaults:DefaultRoute"] = "direct",
    }).Build().GetSection("LanguageRouter");

    // Moved into place whole, as the documentation asks.
    private void Write(string name, string json)
    {
        var temporary = Path.Combine(_folder, name + ".new");
        File.WriteAllText(temporary, json);
        File.Move(temporary, Path.Combine(_folder, name), overwrite: true);
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
