using LanguageRouter.Policies;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests.Policies;

public sealed class RoutingConfigurationTests
{
    [Fact]
    public void EveryMistakeIsReportedAtOnceWithPathAndFix()
    {
        var failures = Failures(new()
        {
            ["Models:a:InputPrice"] = "-1",
            ["Models:a:OutputPrice"] = "cheap",
            ["Models:a:Tokenizer"] = "llm-jp",
            ["Models:a:Pricee"] = "1",
            ["Tokenizers:other"] = "does/not/exist.model",
            ["Routes:0:Name"] = "direct",
            ["Routes:0:Kind"] = "sideways",
            ["Routes:0:Model"] = "b",
            ["Routes:1:Name"] = "direct",
            ["Routes:1:Kind"] = "translated",
            ["Routes:1:Model"] = "a",
            ["Defaults:DefaultRoute"] = "direkt",
            ["Tenants:acme:Mode"] = "enforced",
            ["Tenants:acme:QualityFloor"] = "-300",
        });

        string[] expected =
        [
            "Models:a:InputPrice is -1",
            "Models:a:OutputPrice is 'cheap'",
            "Models:a:Tokenizer is 'llm-jp'",
            "Models:a:Pricee is not a setting",
            "does/not/exist.model', which does not exist",
            "Routes:0:Kind is 'sideways'",
            "Routes:0 ('direct'):Model is 'b'",
            "Routes:1 ('direct'):Name is used twice",
            "Routes:1 ('direct'):Translator is missing",
            "Defaults:DefaultRoute is 'direkt'",
            "Tenants:acme:Mode is 'enforced'",
            "Tenants:acme:QualityFloor is -300",
        ];
        Assert.All(expected, part => Assert.Contains(failures, failure => failure.Contains(part, StringComparison.Ordinal)));
        Assert.All(failures, failure => Assert.Contains("Fix:", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void TenantsInheritTheDefaultsAndHaveVersionsOfTheirOwn()
    {
        var options = TestRouter.Options();
        options.Defaults.CostWeight = 0.7;
        options.Tenants["acme"] = new RoutingPolicyOptions { QualityFloor = -1 };
        options.Tenants["same"] = new RoutingPolicyOptions();
        var configuration = RoutingConfiguration.Create(options);
        Assert.Equal(0.7, configuration.PolicyOf("acme").CostWeight);
        Assert.Equal(-1, configuration.PolicyOf("acme").QualityFloor);
        Assert.NotEqual(configuration.Defaults.Version, configuration.PolicyOf("acme").Version);
        Assert.Equal(configuration.Defaults.Version, configuration.PolicyOf("same").Version);
        Assert.Same(configuration.Defaults, configuration.PolicyOf("nobody configured this one"));
    }

    [Fact]
    public void TheVersionDependsOnTheContentAlone() =>
        Assert.Equal(RoutingConfiguration.Create(TestRouter.Options()).Defaults.Version, RoutingConfiguration.Create(TestRouter.Options()).Defaults.Version);

    [Fact]
    public void AMissingSectionSaysSo()
    {
        var section = new ConfigurationBuilder().Build().GetSection("LanguageRouter");
        var exception = Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Load(section));
        Assert.Contains("no section 'LanguageRouter'", exception.Failures.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyListIsNotAMissingOne()
    {
        var json = """{"LanguageRouter":{"Models":{"a":{}},"Routes":[{"Name":"direct","Kind":"direct","Model":"a"}],"Defaults":{"DefaultRoute":"direct","DenyTranslationFor":[]}}}""";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        var section = new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("LanguageRouter");
        Assert.Empty(RoutingConfiguration.Load(section).Defaults.DenyTranslationFor);
    }

    private static List<string> Failures(Dictionary<string, string?> values)
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create($"LanguageRouter:{pair.Key}", pair.Value)))
            .Build().GetSection("LanguageRouter");
        return [.. Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Load(section)).Failures];
    }
}
