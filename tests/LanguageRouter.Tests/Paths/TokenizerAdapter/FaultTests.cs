using System.Net;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Tests.Tokens.SentencePiece;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

public sealed class FaultTests : IAsyncDisposable
{
    private const string Secret = "秘密の文章";
    private readonly FakeModel _model = new();
    private readonly HttpClient _http = new();
    private readonly LoopbackServer _server;

    public FaultTests() => _server = new LoopbackServer((path, body) => _model.Answer(path, body));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ChatMessage[] Question => [new(ChatRole.User, Secret)];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private TokenizerAdapterChatClient Client(TokenizerAdapterOptions? options = null, TimeProvider? time = null, AdaptedModel? adapter = null) =>
        new(new OpenAICompletionEndpoint(_http, _server.Address, "sk-key", time), adapter ?? _model.Adapter(), options, time);

    [Fact]
    public async Task A_good_answer_is_given_with_its_account()
    {
        using var client = Client();
        var response = await client.GetResponseAsync(Question, cancellationToken: Token);
        var account = response.GetAdapterAccount()!;
        Assert.Equal("天気です", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((2, 2, account.MessageTokens), (account.AnswerTokens, account.BaseAnswerTokens!.Value, account.BaseMessageTokens!.Value));
        Assert.Equal(response.Usage!.InputTokenCount, account.PromptTokens);
        Assert.DoesNotContain(_server.Requests, request => request.Body.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Streams_are_read_chunk_by_chunk()
    {
        foreach (var form in new[] { AnswerForm.Text, AnswerForm.Ids })
        {
            using var client = Client(new() { AnswerForm = form });
            var updates = await client.GetStreamingResponseAsync(Question, cancellationToken: Token).ToListAsync(Token);
            Assert.Equal(["天気", "です", ""], updates.Select(update => update.Text));
            Assert.Equal(2, updates.ToChatResponse().Usage!.OutputTokenCount);
        }
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"秘密の文章 is bad","type":"BadRequestError","param":null,"code":400}}""", "BadRequestError")]
    [InlineData(401, """{"error":{"message":"Invalid API key sk-key","type":"invalid_request_error","code":"invalid_api_key"}}""", "invalid_api_key")]
    [InlineData(429, """{"error":{"message":"Too many","type":"rate_limit","code":"rate_limit_exceeded"}}""", "rate_limit_exceeded")]
    [InlineData(500, """{"error":{"code":500,"message":"秘密の文章","type":"server_error"}}""", "server_error")]
    [InlineData(503, "<html>秘密の文章</html>", null)]
    public async Task Error_answers_keep_their_status_and_lose_their_words(int status, string body, string? code)
    {
        foreach (var stream in new[] { false, true })
        {
            _model.Instead = new(status, body) { Headers = ["retry-after: 7"] };
            using var client = Client();
            var error = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(client, stream));
            Assert.Equal((HttpStatusCode)status, error.StatusCode);
            Assert.Equal(code, error.Data[CompletionErrors.ErrorCodeKey]);
            Assert.Equal(TimeSpan.FromSeconds(7), error.Data[CompletionErrors.RetryAfterKey]);
            Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("sk-key", error.ToString(), StringComparison.Ordinal);

            // The route recovers by itself.
            _model.Instead = null;
            Assert.Equal("天気です", (await client.GetResponseAsync(Question, cancellationToken: Token)).Text);
        }
    }

    [Theory]
    [InlineData(404, """{"error":{"message":"The model `ja-small` does not exist.","type":"NotFoundError","code":404}}""", TokenizerAdapterFailure.UnknownAdapter)]
    [InlineData(400, """{"error":{"message":"maximum context length","code":"context_length_exceeded"}}""", TokenizerAdapterFailure.PromptTooLong)]
    [InlineData(200, """{"object":"text_completion"}""", TokenizerAdapterFailure.BrokenAnswer)]
    [InlineData(200, "not json", TokenizerAdapterFailure.BrokenAnswer)]
    [InlineData(200, """{"choices":[{"text":"x","finish_reason":"stop","token_ids":[99999]}]}""", TokenizerAdapterFailure.TokenizerMismatch)]
    public async Task Answers_that_tell_of_a_wrong_adapter_have_a_reason(int status, string body, TokenizerAdapterFailure failure)
    {
        _model.Instead = new(status, body);
        using var client = Client();
        var error = await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync(Question, cancellationToken: Token));
        Assert.Equal(failure, error.Failure);
    }

    [Fact]
    public async Task A_cut_stream_ends_in_an_error()
    {
        var half = _model.Chunk(Id("天気"));
        _model.Instead = FakeModel.Events(half) with { Cut = true };
        using var client = Client();
        var seen = new List<string>();
        await Assert.ThrowsAnyAsync<IOException>(() => CollectAsync(client, seen));
        Assert.Equal(["天気"], seen);

        // A stream that just ends is no better.
        _model.Instead = FakeModel.Events(half);
        await Assert.ThrowsAsync<HttpIOException>(() => CollectAsync(client, seen));
        _model.Instead = FakeModel.Events(half, """{"error":{"message":"oom","code":500,"type":"InternalServerError"}}""", "[DONE]");
        await Assert.ThrowsAsync<HttpRequestException>(() => CollectAsync(client, seen));
        _model.Instead = FakeModel.Events(half, "{broken");
        await Assert.ThrowsAsync<TokenizerAdapterException>(() => CollectAsync(client, seen));

        _model.Instead = null;
        Assert.Equal("天気です", (await client.GetResponseAsync(Question, cancellationToken: Token)).Text);
    }

    [Fact]
    public async Task A_silent_stream_times_out()
    {
        _model.Instead = FakeModel.Events(_model.Chunk(Id("天気"))) with { Hang = true };
        using var client = Client(new() { StallTimeout = TimeSpan.FromMilliseconds(200) });
        var seen = new List<string>();
        await Assert.ThrowsAsync<TimeoutException>(() => CollectAsync(client, seen));
        Assert.Equal(["天気"], seen);
    }

    [Fact]
    public async Task No_server_is_a_connection_error_and_it_recovers()
    {
        var dead = new LoopbackServer((path, body) => _model.Answer(path, body));
        var address = dead.Address;
        await dead.DisposeAsync();
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(_http, address), _model.Adapter());
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetResponseAsync(Question, cancellationToken: Token));
        Assert.Null(error.StatusCode);
        Assert.Null(client.GetLastReport());
    }

    [Fact]
    public async Task Another_tokenizer_takes_the_adapter_out_until_it_is_right_again()
    {
        var time = new FakeTimeProvider();
        using var client = Client(time: time);
        _model.Served = new ModelWriter().Specials().BytePieces().Piece("です", -1).Normalizer(4, 0).ToEncoder();

        var first = await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync(Question, cancellationToken: Token));
        Assert.Equal(TokenizerAdapterFailure.TokenizerMismatch, first.Failure);
        Assert.Contains("differs at token 0", first.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Requests, request => request.Path == "/v1/completions");

        // It is not asked again at once, and asked again after a while.
        var asked = _server.Requests.Count;
        await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync(Question, cancellationToken: Token));
        Assert.Equal(asked, _server.Requests.Count);
        _model.Served = null;
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("天気です", (await client.GetResponseAsync(Question, cancellationToken: Token)).Text);
    }

    [Fact]
    public async Task A_model_that_changes_after_a_failure_is_noticed()
    {
        using var client = Client();
        await client.GetResponseAsync(Question, cancellationToken: Token);
        _model.Instead = new(500, "{}");
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetResponseAsync(Question, cancellationToken: Token));
        _model.Instead = null;
        _model.Served = new ModelWriter().Specials().BytePieces().Normalizer(4, 0).ToEncoder();
        var error = await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync(Question, cancellationToken: Token));
        Assert.Equal(TokenizerAdapterFailure.TokenizerMismatch, error.Failure);
    }

    [Theory]
    [InlineData("""{"choices":[{"text":"違う言葉","finish_reason":"stop","token_ids":[275]}],"usage":{"completion_tokens":1}}""")]
    [InlineData("""{"choices":[{"text":"","finish_reason":"stop"}],"usage":{"prompt_tokens":9999,"completion_tokens":0}}""")]
    public async Task Signs_of_another_vocabulary_in_an_answer_call_for_a_new_handshake(string body)
    {
        using var client = Client();
        await client.GetResponseAsync(Question, cancellationToken: Token);
        var before = _server.Requests.Count(request => request.Path == "/tokenize");
        _model.Instead = new(200, body);
        await client.GetResponseAsync(Question, cancellationToken: Token);
        Assert.Equal(before, _server.Requests.Count(request => request.Path == "/tokenize"));
        _model.Instead = null;
        await client.GetResponseAsync(Question, cancellationToken: Token);
        Assert.True(_server.Requests.Count(request => request.Path == "/tokenize") > before);
    }

    [Fact]
    public async Task A_smaller_window_or_vocabulary_at_the_server_is_found()
    {
        using var wide = Client(adapter: _model.Adapter(window: 8192));
        Assert.Contains("context window", (await wide.VerifyAsync(cancellationToken: Token)).Reason, StringComparison.Ordinal);

        _model.Instead = null;
        await using var small = new LoopbackServer((path, body) => path == "/v1/completions" ? new(400, """{"error":{"message":"out of vocabulary"}}""") : _model.Answer(path, body));
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(_http, small.Address), _model.Adapter());
        Assert.Contains("vocabulary is smaller", (await client.VerifyAsync(cancellationToken: Token)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_path_cannot_carry_is_refused_before_sending()
    {
        using var client = Client();
        ChatMessage[][] conversations = [[new(ChatRole.User, [new DataContent("data:image/png;base64,AA==")])], [new(ChatRole.Tool, "x")], [], [new(ChatRole.System, "x")]];
        foreach (var conversation in conversations)
        {
            var error = await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync(conversation, cancellationToken: Token));
            Assert.Equal(TokenizerAdapterFailure.NotSupported, error.Failure);
        }

        var unknown = await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync(Question, new() { ModelId = "other" }, Token));
        Assert.Equal(TokenizerAdapterFailure.UnknownAdapter, unknown.Failure);
        Assert.Contains("'small'", unknown.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    private int Id(string piece)
    {
        var ids = new List<int>();
        _model.Encoder.Encode(piece, ids, LanguageRouter.Tokens.TextPosition.Continuation);
        return Assert.Single(ids);
    }

    private static async Task AskAsync(TokenizerAdapterChatClient client, bool stream)
    {
        if (stream)
        {
            await CollectAsync(client, []);
        }
        else
        {
            await client.GetResponseAsync(Question, cancellationToken: Token);
        }
    }

    private static async Task CollectAsync(TokenizerAdapterChatClient client, List<string> seen)
    {
        await foreach (var update in client.GetStreamingResponseAsync(Question, cancellationToken: Token))
        {
            if (update.Text.Length > 0)
            {
                seen.Add(update.Text);
            }
        }
    }
}
