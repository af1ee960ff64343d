using System.Collections.Concurrent;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Tests.Policies;

/// <summary>Reloads, valid and not, while requests run. tests/LanguageRouter.Evaluation has the long form at a given rate.</summary>
public sealed class ReloadUnderLoadTests
{
    [Fact]
    public async Task NoRequestFailsAndEachDecisionIsOfExactlyOneVersion()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LanguageRouter:Models:a:InputPrice"] = "1",
            ["LanguageRouter:Models:a:OutputPrice"] = "2",
            ["LanguageRouter:Models:a:Tokenizer"] = "o200k_base",
            ["LanguageRouter:Models:b:InputPrice"] = "1",
            ["LanguageRouter:Models:b:OutputPrice"] = "2",
            ["LanguageRouter:Models:b:Tokenizer"] = "o200k_base",
            ["LanguageRouter:Routes:0:Name"] = "first",
            ["LanguageRouter:Routes:0:Kind"] = "direct",
            ["LanguageRouter:Routes:0:Model"] = "a",
            ["LanguageRouter:Routes:1:Name"] = "second",
            ["LanguageRouter:Routes:1:Kind"] = "direct",
            ["LanguageRouter:Routes:1:Model"] = "b",
            ["LanguageRouter:Defaults:DefaultRoute"] = "first",
        });
        var sink = new ListSink();
        var services = new ServiceCollection();
        services.AddLanguageRouting(configuration);
        services.AddModelClient("a", TestChatClient.Answering("a")).AddModelClient("b", TestChatClient.Answering("b"));
        services.AddSingleton<IRoutingRecordSink>(sink);
        await using var provider = services.BuildServiceProvider();
        var router = provider.GetRequiredService<LanguageRoutingChatClient>();
        var policies = provider.GetRequiredService<PolicySource>();
        var versions = new ConcurrentDictionary<string, string> { [policies.Current.Defaults.Version] = "first" };
        using var done = new CancellationTokenSource();

        var load = Load();
        for (var i = 0; i < 150; i++)
        {
            var route = i % 2 == 0 ? "second" : "first";
            configuration["LanguageRouter:Defaults:DefaultRoute"] = i % 3 == 0 ? "nowhere" : route;
            configuration["LanguageRouter:Defaults:DecisionLifetime"] = $"00:00:{i % 50 + 1:00}";
            ((IConfigurationRoot)configuration).Reload();
            versions.TryAdd(policies.Current.Defaults.Version, policies.Current.Defaults.DefaultRoute.Name);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await done.CancelAsync();
        await load;
        await router.FlushRecordsAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(sink.Records);
        Assert.True(versions.Count > 50);
        Assert.All(sink.Records, record => Assert.Equal(versions[record.Decision.PolicyVersion], record.Decision.Target.Name));

        async Task Load()
        {
            while (!done.IsCancellationRequested)
            {
                await router.GetResponseAsync(TestRouter.User("光合成の仕組みを説明してください。"), cancellationToken: TestContext.Current.CancellationToken);
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }
        }
    }
}
