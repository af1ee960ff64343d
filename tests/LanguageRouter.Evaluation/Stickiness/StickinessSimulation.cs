using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Stickiness;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Stickiness;

/// <summary>Runs the traffic through the router over two priced models, of which one has a prompt cache and dear output and the other neither.</summary>
internal static class StickinessSimulation
{
    private const string Mini = "gpt-4.1-mini";
    private const string Llama = "llama-3.3-70b";

    private const string Alone = "each request alone";
    private const string Forgetful = "no memory";
    private const string Stubborn = "margin of 1";

    /// <summary>The ways to route: each model alone; the best one for each request by itself, which is to switch at any time; with a look at the turns to come but no memory; with a margin that hardly any gain exceeds; and as the library does.</summary>
    public static readonly string[] Strategies = [Mini, Llama, Alone, Forgetful, Stubborn, "switch must pay"];

    public static async Task<StickinessResult> RunAsync(IReadOnlyList<ConversationTraffic.Conversation> conversations, string strategy)
    {
        var time = new ManualTime();
        var mini = new SimulatedProvider(time, hasCache: true, 0.4m, 0.1m, 1.6m);
        var llama = new SimulatedProvider(time, hasCache: false, 0.59m, 0.59m, 0.79m);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddLanguageRouting(RoutingConfiguration.Create(OptionsOf(strategy)));
        services.AddModelClient(Mini, mini).AddModelClient(Llama, llama);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<LanguageRoutingChatClient>();
        var (switches, insideTurns) = (0, 0);
        for (var i = 0; i < conversations.Count; i++)
        {
            string? last = null;
            List<ChatMessage> messages = [conversations[i].SystemMessage];
            for (var turn = 0; turn < conversations[i].Turns.Count; turn++)
            {
                time.Advance(conversations[i].Pauses[turn]);
                var (prompt, miniAnswer, llamaAnswer) = conversations[i].Turns[turn];
                messages.Add(new(ChatRole.User, prompt));
                var options = strategy == Alone ? new ChatOptions() : new ChatOptions().WithRoutingConversation($"{i}");
                string? first = null;
                if (turn == ConversationTraffic.TurnWithTools)
                {
                    options.Tools = [AIFunctionFactory.Create(() => "晴れ", "weather")];
                    mini.Answer = llama.Answer = new(ChatRole.Assistant, [new FunctionCallContent($"{i}", "weather")]);
                    first = await AskAsync(client, messages, options);
                    messages.Add(mini.Answer);
                    messages.Add(new(ChatRole.Tool, [new FunctionResultContent($"{i}", "東京の天気は晴れ、気温は20度です。")]));
                }

                (mini.Answer, llama.Answer) = (new(ChatRole.Assistant, miniAnswer), new(ChatRole.Assistant, llamaAnswer));
                var route = await AskAsync(client, messages, options);
                insideTurns += first is not null && first != route ? 1 : 0;
                switches += last is not null && last != route ? 1 : 0;
                last = route;

                // All strategies read the same history, so that they pay for the same conversations.
                messages.Add(new(ChatRole.Assistant, miniAnswer));
            }
        }

        return new StickinessResult(
            strategy, mini.CostUsd + llama.CostUsd, mini.Calls + llama.Calls, switches, insideTurns, (double)mini.CachedTokens / (mini.InputTokens + llama.InputTokens), (double)mini.Calls / (mini.Calls + llama.Calls));
    }

    private static async Task<string> AskAsync(LanguageRoutingChatClient client, List<ChatMessage> messages, ChatOptions options) =>
        (await client.GetResponseAsync(messages, options)).GetRoutingDecision()!.Target.Name;

    // Cost alone decides, so that cost alone can be compared.
    private static RoutingOptions OptionsOf(string strategy)
    {
        var options = new RoutingOptions
        {
            Models =
            {
                [Mini] = new ModelOptions { Tokenizer = "o200k_base", InputPrice = 0.4m, CachedInputPrice = 0.1m, OutputPrice = 1.6m, Capabilities = ModelCapabilities.Tools },
                [Llama] = new ModelOptions { Tokenizer = "o200k_base", InputPrice = 0.59m, OutputPrice = 0.79m, Capabilities = ModelCapabilities.Tools },
            },
            Routes = { new RouteOptions { Name = Mini, Kind = RouteKind.Direct, Model = Mini }, new RouteOptions { Name = Llama, Kind = RouteKind.Direct, Model = Llama } },
        };
        var policy = options.Defaults;
        (policy.Mode, policy.DefaultRoute, policy.QualityFloor, policy.QualityWeight, policy.CostWeight, policy.LatencyWeight, policy.DecisionLifetime) =
            (RoutingMode.Enforce, Mini, -100, 0, 1, 0, TimeSpan.Zero);
        policy.UndeterminedLanguage = UndeterminedLanguage.Score;
        switch (strategy)
        {
            case Mini or Llama:
                (policy.Routes, policy.DefaultRoute) = ([strategy], strategy);
                break;
            case Alone or Forgetful:
                policy.ConversationLifetime = TimeSpan.Zero;
                break;
            case Stubborn:
                policy.Stickiness = new StickinessOptions { SwitchMargin = 1 };
                break;
            default:
                break;
        }

        return options;
    }

    private sealed class ManualTime : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;
    }
}
