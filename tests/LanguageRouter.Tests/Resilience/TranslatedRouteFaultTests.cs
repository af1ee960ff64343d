using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Tests.Resilience;

/// <summary>A translated route whose translator or model fails at each of its legs, with a direct route behind it.</summary>
public sealed class TranslatedRouteFaultTests
{
    private const string Question = "量子力学を簡単に説明してください。";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("translate-in", false)]
    [InlineData("translate-in", true)]
    [InlineData("answer", false)]
    [InlineData("answer", true)]
    [InlineData("translate-out", false)]
    public async Task AFaultBeforeOutputGoesToTheDirectRoute(string leg, bool stream)
    {
        await using var router = Create(leg, () => new HttpRequestException("down", null, HttpStatusCode.ServiceUnavailable));
        var response = await AskAsync(router, stream);
        Assert.Equal("mini", response.Text);
        await router.Client.FlushRecordsAsync(Token);
        var attempts = Assert.Single(router.Sink.Records).Attempts;
        Assert.Equal(["english", "plain"], attempts.Select(attempt => attempt.Route.Name));
        Assert.Equal(leg == "answer" ? RouteErrorClass.Server : RouteErrorClass.Path, attempts[0].Error);
        Assert.Equal(ReasonCodes.Failover, attempts[1].Reason);

        // What was spent before the fault is not known, and so never 0.
        Assert.False(attempts[0].Cost.IsKnown);

        // An endpoint in trouble is trouble of the route, at whichever leg it is.
        var health = router.Services.GetRequiredService<IRouteHealth>();
        for (var i = 0; i < 9; i++)
        {
            await AskAsync(router, stream);
        }

        Assert.Equal(RouteHealthState.Open, health.Find("english")!.State);
    }

    [Fact]
    public async Task AFaultAfterTheFirstSentenceReachesTheCaller()
    {
        var calls = 0;
        await using var router = Create("translate-out", () => new HttpRequestException("down", null, HttpStatusCode.ServiceUnavailable), outAfter: () => Interlocked.Increment(ref calls) > 1);
        var text = "";
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var update in router.Client.GetStreamingResponseAsync(TestRouter.User(Question), cancellationToken: Token))
            {
                text += update.Text;
            }
        });
        Assert.NotEmpty(text);
        await router.Client.FlushRecordsAsync(Token);
        var attempt = Assert.Single(Assert.Single(router.Sink.Records).Attempts);
        Assert.Equal((AttemptOutcome.Broken, false), (attempt.Outcome, attempt.Cost.IsKnown));
    }

    [Fact]
    public async Task ATranslationThatFailsItsChecksIsNoTroubleOfTheRoute()
    {
        await using var router = Create("", () => new InvalidOperationException(), spoil: true);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("mini", (await AskAsync(router, stream: false)).Text);
        }

        var health = router.Services.GetRequiredService<IRouteHealth>().Find("english")!;
        Assert.Equal((RouteHealthState.Healthy, RouteErrorClass.Path), (health.State, health.LastError));
    }

    private static Task<ChatResponse> AskAsync(TestRouter router, bool stream) => stream
        ? router.Client.GetStreamingResponseAsync(TestRouter.User(Question), cancellationToken: Token).ToChatResponseAsync(Token)
        : router.Client.GetResponseAsync(TestRouter.User(Question), cancellationToken: Token);

    // "english" asks the frontier model behind a translator of its own; "plain" asks mini directly.
    private static TestRouter Create(string faultyLeg, Func<Exception> fault, Func<bool>? outAfter = null, bool spoil = false)
    {
        var router = new TestRouter(options =>
        {
            options.Models["translator"] = new ModelOptions { Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 0.001m, OutputPrice = 0.001m };
            options.Routes.Clear();
            options.Routes.Add(new RouteOptions { Name = "plain", Kind = LanguageRouter.Routes.RouteKind.Direct, Model = "mini" });
            options.Routes.Add(new RouteOptions { Name = "english", Kind = LanguageRouter.Routes.RouteKind.Translated, Model = "frontier", Translator = "translator" });
            options.Models["frontier"].InputPrice = options.Models["frontier"].OutputPrice = 0.001m;
            options.Defaults.DefaultRoute = "plain";
            options.Defaults.QualityFloor = -100;
            options.Defaults.QualityWeight = 0;
            options.Defaults.CostWeight = 1;
            options.Defaults.LatencyWeight = 0;
            options.Defaults.DecisionLifetime = TimeSpan.Zero;
        }, services => services.AddModelClient("translator", new TestChatClient
        {
            OnResponse = (messages, _, _) => Task.FromResult(Translate([.. messages], faultyLeg, fault, outAfter, spoil)),
        }));
        router.Frontier = faultyLeg == "answer" ? Streams.Client("", fault()) : Streams.Client("A first sentence.\n\n|A second sentence.\n\n|A third one.", separator: '|');
        return router;
    }

    private static ChatResponse Translate(ChatMessage[] messages, string faultyLeg, Func<Exception> fault, Func<bool>? outAfter, bool spoil)
    {
        using var request = JsonDocument.Parse(messages[1].Text);
        var toEnglish = request.RootElement.GetProperty("to").GetString() == "English";
        if (faultyLeg == (toEnglish ? "translate-in" : "translate-out") && (toEnglish || outAfter?.Invoke() != false))
        {
            throw fault();
        }

        var slots = new JsonArray();
        foreach (var segment in request.RootElement.GetProperty("segments").EnumerateArray())
        {
            var text = segment.GetProperty("text").GetString()!;
            slots.Add(new JsonObject { ["id"] = segment.GetProperty("id").GetInt32(), ["text"] = spoil ? text : PseudoTranslator.Translate(text, toEnglish ? "en" : "ja") });
        }

        return new ChatResponse(new ChatMessage(ChatRole.Assistant, new JsonObject { ["segments"] = slots }.ToJsonString()))
        {
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 50, OutputTokenCount = 20 },
        };
    }
}
