using LanguageRouter.Policies;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Testing;

namespace LanguageRouter.Tests.Policies;

public sealed class PolicySourceTests
{
    [Fact]
    public void ABadReloadKeepsTheLastGoodConfigurationAndSaysWhy()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LanguageRouter:Models:a:InputPrice"] = "1",
            ["LanguageRouter:Routes:0:Name"] = "direct",
            ["LanguageRouter:Routes:0:Kind"] = "direct",
            ["LanguageRouter:Routes:0:Model"] = "a",
            ["LanguageRouter:Defaults:DefaultRoute"] = "direct",
        });
        var logger = new FakeLogger<PolicySource>();
        using var telemetry = new RoutingTelemetry();
        using var source = new PolicySource(configuration.GetSection("LanguageRouter"), telemetry, logger);
        var first = source.Current;

        configuration["LanguageRouter:Models:a:InputPrice"] = "-5";
        ((IConfigurationRoot)configuration).Reload();
        Assert.Same(first, source.Current);
        Assert.Contains("Models:a:InputPrice is -5", logger.LatestRecord.Message, StringComparison.Ordinal);

        configuration["LanguageRouter:Models:a:InputPrice"] = "2";
        ((IConfigurationRoot)configuration).Reload();
        Assert.NotEqual(first.Defaults.Version, source.Current.Defaults.Version);
    }
}
