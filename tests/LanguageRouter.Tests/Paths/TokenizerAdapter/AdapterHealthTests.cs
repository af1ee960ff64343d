using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Tests.Testing;
using LanguageRouter.Tests.Tokens.SentencePiece;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

/// <summary>A failed handshake takes the route out when it is decided, not only when it is called, and the route comes back by itself.</summary>
public sealed class AdapterHealthTests : IAsyncDisposable
{
    private readonly FakeModel _model = new();
    private readonly FakeTimeProvider _time = new();
    private readonly HttpClient _http = new();
    private readonly TestRouter _router;
    private LoopbackServer _server;
    private TokenizerAdapterChatClient? _client;

    public AdapterHealthTests()
    {
        _server = new LoopbackServer((path, body) => _model.Answer(path, body));
        _router = new TestRouter(
            options =>
            {
                options.Models["ids"] = new ModelOptions { ModelId = FakeModel.ModelId, Tokenizer = "cl100k_base", BaseTokenizer = "o200k_base", InputPrice = 0.01m, OutputPrice = 0.01m, Tier = ModelTier.Small };
                options.Routes.Add(new RouteOptions { Name = "ids", Kind = RouteKind.Adapted, Model = "ids", Languages = [] });
                options.Defaults.Routes = ["direct", "ids"];
                options.Defaults.QualityFloor = -100;
                options.Defaults.QualityWeight = 0;
            },
            services => services.AddSingleton<TimeProvider>(_time).AddSingleton<IModelClients>(new Clients(this)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _router.DisposeAsync();
        await _server.DisposeAsync();
        _client?.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task AMismatchTakesTheRouteOutUntilTheServerIsRightAgain()
    {
        _model.Served = new ModelWriter().Specials().BytePieces().Piece("です", -1).Normalizer(4, 0).ToEncoder();

        // 1. The first request finds out, and another route answers it.
        var first = await AskAsync("今日の天気は？");
        Assert.Equal("ids", first.GetRoutingDecision()!.Chosen.Name);
        Assert.Equal("frontier", first.Text);

        // 2. The next ones do not go there, similar or not, and the decision says why. Nothing is sent.
        var asked = _server.Requests.Count;
        foreach (var text in new[] { "今日の天気は？", "明日の天気は？", "量子力学を説明してください。" })
        {
            var decision = (await AskAsync(text)).GetRoutingDecision()!;
            Assert.Equal("direct", decision.Chosen.Name);
            var score = decision.ScoreOf("ids")!;
            Assert.Equal(RouteStanding.Excluded, score.Standing);
            Assert.Equal(ReasonCodes.HandshakeFailed, score.Exclusion!.Code);
            Assert.Contains("differs at token 0", score.Exclusion.Detail, StringComparison.Ordinal);
        }

        Assert.Equal(asked, _server.Requests.Count);

        // 3. Still wrong after the waiting time: one request tries, and the route is out again.
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("ids", (await AskAsync("三度目の天気は？")).GetRoutingDecision()!.Chosen.Name);
        Assert.Equal("direct", (await AskAsync("四度目の天気は？")).GetRoutingDecision()!.Chosen.Name);

        // 4. Right again: the route comes back by itself, for requests too that were decided while it was out.
        _model.Served = null;
        _time.Advance(TimeSpan.FromSeconds(31));
        foreach (var text in new[] { "五度目の天気は？", "量子力学を説明してください。" })
        {
            var back = await AskAsync(text);
            Assert.Equal(("ids", "天気です"), (back.GetRoutingDecision()!.Target.Name, back.Text));
        }
    }

    [Fact]
    public async Task AServerThatIsDownTakesTheRouteOutToo()
    {
        var address = _server.Address;
        Assert.NotNull(_router.Client);
        await _server.DisposeAsync();
        Assert.Equal("frontier", (await AskAsync("今日の天気は？")).Text);
        var decision = (await AskAsync("明日の天気は？")).GetRoutingDecision()!;
        Assert.Equal(ReasonCodes.HandshakeFailed, decision.ScoreOf("ids")!.Exclusion!.Code);
        Assert.Contains("ConnectionError", decision.ScoreOf("ids")!.Exclusion!.Detail, StringComparison.Ordinal);

        _server = new LoopbackServer((path, body) => _model.Answer(path, body), address.Port);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("天気です", (await AskAsync("明後日の天気は？")).Text);
    }

    [Fact]
    public async Task WhileOneRequestTriesTheOthersStayAway()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var endpoint = new GatedEndpoint(entered, release);
        using var client = new TokenizerAdapterChatClient(endpoint, _model.Adapter(), timeProvider: _time);
        await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync(TestRouter.User("一"), cancellationToken: Token));
        Assert.NotNull(client.GetFault(FakeModel.ModelId));
        Assert.Null(client.GetFault("another"));

        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Null(client.GetFault(FakeModel.ModelId));
        endpoint.IsGated = true;
        var trying = client.GetResponseAsync(TestRouter.User("二"), cancellationToken: Token);
        await entered.Task.WaitAsync(Token);
        Assert.NotNull(client.GetFault(FakeModel.ModelId));
        release.SetResult();
        await Assert.ThrowsAsync<TokenizerAdapterException>(() => trying);
        Assert.NotNull(client.GetFault(FakeModel.ModelId));
    }

    [Fact]
    public async Task TheRecordHasTheAccountOfTheIds()
    {
        await AskAsync("天気です");

        // The queue is waited for by the same clock, which stands still by itself.
        var flushed = _router.Client.FlushRecordsAsync(Token);
        while (!flushed.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(5));
            await Task.Yield();
        }

        await flushed;
        var record = Assert.Single(_router.Sink.Records);
        Assert.Equal(AttemptOutcome.Succeeded, Assert.Single(record.Attempts).Outcome);
        var comparison = record.TokenizerComparison!;
        Assert.Equal(2, comparison.AnswerTokens);
        Assert.Equal(record.Attempts[0].Legs[0].Usage!.InputTokenCount, comparison.PromptTokens);
        Assert.Equal(record.ActualCost, comparison.Cost);
    }

    private Task<ChatResponse> AskAsync(string text) => _router.Client.GetResponseAsync(TestRouter.User(text), cancellationToken: Token);

    private sealed class Clients(AdapterHealthTests tests) : IModelClients
    {
        public IChatClient? GetClient(Model model) => model.Name != "ids" ? null : tests._client ??= new TokenizerAdapterChatClient(
            new OpenAICompletionEndpoint(tests._http, tests._server.Address, null, tests._time), tests._model.Adapter(), timeProvider: tests._time);
    }

    /// <summary>Knows no model, and can be made to wait before it says so.</summary>
    private sealed class GatedEndpoint(TaskCompletionSource entered, TaskCompletionSource release) : ITokenCompletionEndpoint
    {
        public bool IsGated { get; set; }

        public Task<TokenCompletionChunk> CompleteAsync(TokenCompletionRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<TokenCompletionChunk> StreamAsync(TokenCompletionRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<int>?> TokenizeAsync(string modelId, string text, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public async Task<EndpointModel?> DescribeAsync(string modelId, CancellationToken cancellationToken = default)
        {
            if (IsGated)
            {
                entered.SetResult();
                await release.Task.WaitAsync(cancellationToken);
            }

            return null;
        }
    }
}
