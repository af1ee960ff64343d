using System.Text;
using CsCheck;
using LanguageRouter.Policies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tests.Policies;

public sealed class ConfigurationTreeTests
{
    private static readonly Gen<string> Key = Gen.Int[0, 8].Select(i => new[] { "LanguageRouter", "languagerouter", "Tenants", "acme", "10", "9", "b", "", "LanguageRouterX" }[i]).Array[1, 5].Select(parts => string.Join(':', parts));

    private static readonly Gen<Dictionary<string, string?>> Data = Gen.Select(Key, Gen.Int[0, 2].Select(i => new[] { "1", "", null }[i])).Array[0, 12]
        .Select(pairs => pairs.DistinctBy(pair => pair.Item1, StringComparer.OrdinalIgnoreCase).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    [Fact]
    public void ASectionReadInOnePassTellsWhatTheConfigurationTells() =>
        Gen.Select(Data, Data, Data).Sample((first, second, chained) =>
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(first)
                .AddConfiguration(new ConfigurationBuilder().AddInMemoryCollection(chained).Build())
                .AddInMemoryCollection(second)
                .Build();
            Assert.Equal(Lines(configuration.GetSection("LanguageRouter")), Lines(ConfigurationTree.Read(configuration, "LanguageRouter")));
        });

    [Fact]
    public void AProviderThatAnswersOtherwiseThanItsBaseClassIsAskedItself()
    {
        var configuration = new ConfigurationBuilder().Add(new OtherSource(new OtherProvider())).Build();
        var tree = ConfigurationTree.Read(configuration, "LanguageRouter");
        Assert.Equal("from elsewhere", tree["Tenants:acme:Mode"]);
        Assert.Equal(["Tenants"], tree.GetChildren().Select(child => child.Key));
    }

    [Theory]
    [InlineData("""{"Models":{"a":{"InputPrice":"dear"}},"Routes":[{"Name":"direct","Kind":"direct","Model":"a"}],"Defaults":{"DefaultRoute":"direct"},"Tenants":{"acme":{"Colour":"red","Routes":"direct","Budget":{"Limits":[{"Period":"week","HardUsd":1,"More":1}]}}}}""")]
    [InlineData("""{"Tenants":{"acme":null,"globex":{}, "initech":[]}}""")]
    [InlineData("{}")]
    public void MistakesAreTheSameAsThoseOfASection(string section)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"LanguageRouter":{{section}}}"""));
        var configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var expected = Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Load(configuration.GetSection("LanguageRouter"))).Failures;
        Assert.Equal(expected, Assert.Throws<OptionsValidationException>(() => RoutingConfiguration.Load(configuration, Environment.CurrentDirectory)).Failures);
    }

    private static List<string> Lines(IConfigurationSection section)
    {
        var lines = new List<string>();
        Write(section);
        return lines;

        // The case of a name that two providers write differently is either's.
        void Write(IConfigurationSection part)
        {
            lines.Add($"{part.Path.ToUpperInvariant()} {part.Key.ToUpperInvariant()} {part.Value ?? "null"}");
            foreach (var child in part.GetChildren())
            {
                Write(child);
            }
        }
    }

    private sealed class OtherSource(IConfigurationProvider provider) : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => provider;
    }

    private sealed class OtherProvider : ConfigurationProvider
    {
        public override bool TryGet(string key, out string? value)
        {
            value = key == "LanguageRouter:Tenants:acme:Mode" ? "from elsewhere" : null;
            return value is not null;
        }

        public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) => earlierKeys.Concat(parentPath switch
        {
            "LanguageRouter" => ["Tenants"],
            "LanguageRouter:Tenants" => ["acme"],
            "LanguageRouter:Tenants:acme" => ["Mode"],
            _ => [],
        });
    }
}
