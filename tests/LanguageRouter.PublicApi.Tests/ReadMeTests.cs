using LanguageRouter.Decisions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LanguageRouter.PublicApi.Tests;

/// <summary>The examples of README.md and README.ja.md compile and run: they are the lines between the marks below.</summary>
public sealed class ReadMeTests
{
    [Fact]
    public async Task TheExampleRuns()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LanguageRouter:Models:gpt-4o:Tokenizer"] = "o200k_base",
            ["LanguageRouter:Models:gpt-4o:InputPrice"] = "2.5",
            ["LanguageRouter:Models:gpt-4o:OutputPrice"] = "10",
            ["LanguageRouter:Routes:0:Name"] = "direct",
            ["LanguageRouter:Routes:0:Kind"] = "direct",
            ["LanguageRouter:Routes:0:Model"] = "gpt-4o",
            ["LanguageRouter:Defaults:DefaultRoute"] = "direct",
        });
        builder.Services.AddModelClient("gpt-4o", new Answering("はい"));
        var decision = await ExampleAsync(builder);
        Assert.Equal(("acme", "direct"), (decision.Tenant, decision.Chosen.Name));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void TheReadMeShowsTheseLines(string file)
    {
        var root = Root();
        var source = File.ReadAllLines(Path.Combine(root, "tests", "LanguageRouter.PublicApi.Tests", "ReadMeTests.cs"));
        var begin = Array.FindIndex(source, line => line.Trim() == "// begin of the example");
        var end = Array.FindIndex(source, line => line.Trim() == "// end of the example");
        var example = string.Join('\n', source[(begin + 1)..end].Select(line => line.Length >= 8 ? line[8..] : ""));
        Assert.Contains(example, File.ReadAllText(Path.Combine(root, file)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static async Task<RoutingDecision> ExampleAsync(HostApplicationBuilder builder)
    {
        // begin of the example
        builder.Services.AddLanguageRouting(builder.Configuration);     // the section "LanguageRouter"
        builder.Services.AddOpenAIModelClients(builder.Configuration);  // or AddModelClient("gpt-4o", anyChatClient)
        using var host = builder.Build();
        await host.StartAsync();

        var router = host.Services.GetRequiredService<LanguageRoutingChatClient>();  // an IChatClient
        var response = await router.GetResponseAsync("光合成の仕組みを説明してください。", new ChatOptions().WithRoutingTenant("acme"));
        var decision = response.GetRoutingDecision()!;
        Console.WriteLine($"{decision.Chosen.Name}: {string.Join(", ", decision.Reasons)}");
        // end of the example
        return decision;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private sealed class Answering(string text) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
