using LanguageRouter.Execution;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Tests.Paths.TokenizerAdapter;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Resilience;

/// <summary>A route in token ids whose server fails over real sockets, with a direct route behind it.</summary>
public sealed class TokenIdRouteFaultTests : IAsyncDisposable
{
    private const string Begun = """{"model":"ja-small","choices":[{"index":0,"text":"天気","token_ids":[],"finish_reason":null}]}""";

    private readonly FakeModel _model = new();
    private readonly HttpClient _http = new();
    private readonly LoopbackServer _server;

    public TokenIdRouteFaultTests() => _server = new LoopbackServer((path, body) => _model.Answer(path, body));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    [Theory]
    [InlineData("none", null, "天気です")]
    [InlineData("429", RouteErrorClass.RateLimit, "other")]
    [InlineData("500", RouteErrorClass.Server, "other")]
    [InlineData("html", RouteErrorClass.Server, "other")]
    [InlineData("malformed", RouteErrorClass.Server, "other")]
    [InlineData("context", RouteErrorClass.ContextLength, "other")]
    [InlineData("empty", RouteErrorClass.Server, "other")]
    [InlineData("401", RouteErrorClass.Authentication, null)]
    public async Task FaultsBeforeOutput(string fault, RouteErrorClass? expected, string? text)
    {
        foreach (var stream in new[] { false, true })
        {
            _model.Instead = fault switch
            {
                "none" => null,
                "429" => new(429, "{}") { Headers = ["retry-after: 7"] },
                "html" => new(200, "<html>Please sign in.</html>", "text/html"),
                "malformed" => stream ? FakeModel.Events("{oops") : new(200, "{oops"),
                "context" => new(400, """{"error":{"code":"context_length_exceeded"}}"""),
                "empty" => stream ? FakeModel.Events("[DONE]") : new(200, "{}"),
                _ => new(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), "{}"),
            };
            await using var router = Create();
            var error = await Xunit.Record.ExceptionAsync(async () => Assert.Equal(text, (await router.AskAsync(stream)).Text));
            Assert.Equal(text is null, error is not null);

            // Before the records are waited for: that moves the clock.
            var state = router.Health.Find("direct")!.State;
            var attempt = (await router.RecordsAsync())[^1].Attempts[0];
            Assert.Equal(fault == "empty" && stream ? RouteErrorClass.Connection : expected, attempt.Error);
            Assert.Equal(fault == "429" ? RouteHealthState.Open : RouteHealthState.Healthy, state);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FaultsAfterOutputReachTheCaller(bool cut)
    {
        _model.Instead = cut ? FakeModel.Events(Begun) with { Cut = true } : FakeModel.Events(Begun, "{oops");
        await using var router = Create();
        Assert.NotNull(await Xunit.Record.ExceptionAsync(() => router.AskAsync(stream: true)));
        Assert.Empty(router.Other.Requests);
        var attempt = Assert.Single((await router.RecordsAsync())[^1].Attempts);
        Assert.Equal((AttemptOutcome.Broken, false), (attempt.Outcome, attempt.Cost.IsKnown));
    }

    private ResilienceRouter Create()
    {
        var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(_http, _server.Address, null), _model.Adapter());
        return new ResilienceRouter
        {
            Direct = new TestChatClient
            {
                OnResponse = (messages, _, token) => client.GetResponseAsync([new ChatMessage(ChatRole.User, "こんにちは")], null, token),
                OnStream = (messages, _, token) => client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "こんにちは")], null, token),
            },
            Other = Streams.Client("other"),
        };
    }
}
