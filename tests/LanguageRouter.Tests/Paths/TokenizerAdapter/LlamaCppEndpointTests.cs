using System.Text.Json;
using LanguageRouter.Paths.TokenizerAdapter;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

public sealed class LlamaCppEndpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static LoopbackServer Serve(FakeModel model, Func<bool, LoopbackServer.Answer> completion) => new((path, body) => path switch
    {
        "/completion" => completion(body.Contains("\"stream\":true", StringComparison.Ordinal)),
        "/props" => FakeModel.Json(new { default_generation_settings = new { n_ctx = 2048 } }),
        "/v1/models" => FakeModel.Json(new { data = new[] { new { id = FakeModel.ModelId, meta = new { n_vocab = model.Encoder.VocabularySize, size = 123 } } } }),
        _ => model.Answer(path, body),
    });

    [Fact]
    public async Task Its_own_form_is_spoken_with_adapters_by_number()
    {
        var model = new FakeModel();
        await using var server = Serve(model, stream => stream
            ? FakeModel.Events("""{"content":"天気","tokens":[],"stop":false}""", """{"content":"です","tokens":[],"stop":false}""", """{"content":"","stop":true,"stop_type":"limit","tokens_evaluated":20,"tokens_predicted":2}""")
            : FakeModel.Json(new { content = "天気です", tokens = Array.Empty<int>(), stop = true, stop_type = "eos", tokens_evaluated = 20, tokens_predicted = 2, timings = new { cache_n = 15 } }));
        using var http = new HttpClient();
        using var client = new TokenizerAdapterChatClient(new LlamaCppCompletionEndpoint(http, server.Address), model.Adapter() with { Loras = [new(1, 0.5f)] });
        var options = new ChatOptions { Temperature = 0.5f, TopK = 40, Seed = 7, MaxOutputTokens = 9, StopSequences = ["。"], AdditionalProperties = new() { ["logit_bias"] = new Dictionary<int, float> { [5] = -1 } } };

        var whole = await client.GetResponseAsync([new(ChatRole.User, "天気")], options, Token);
        var streamed = await client.GetStreamingResponseAsync([new(ChatRole.User, "天気")], options, Token).ToChatResponseAsync(Token);

        Assert.Equal(("天気です", "天気です"), (whole.Text, streamed.Text));
        Assert.Equal((ChatFinishReason.Stop, ChatFinishReason.Length), (whole.FinishReason!.Value, streamed.FinishReason!.Value));
        Assert.Equal((20, 15, 2), ((int)whole.Usage!.InputTokenCount!, (int)whole.Usage.CachedInputTokenCount!, (int)whole.Usage.OutputTokenCount!));
        using var sent = JsonDocument.Parse(server.Requests.First(request => request.Path == "/completion").Body);
        Assert.Equal(0.5, sent.RootElement.GetProperty("lora")[0].GetProperty("scale").GetDouble());
        Assert.Equal((9, 40, 7), (sent.RootElement.GetProperty("n_predict").GetInt32(), sent.RootElement.GetProperty("top_k").GetInt32(), sent.RootElement.GetProperty("seed").GetInt32()));
        Assert.Equal("[[5,-1]]", sent.RootElement.GetProperty("logit_bias").GetRawText());
        Assert.Equal(JsonValueKind.Array, sent.RootElement.GetProperty("prompt").ValueKind);
    }

    [Fact]
    public async Task Its_template_is_asked_for_as_text()
    {
        var model = new FakeModel();
        await using var server = new LoopbackServer((path, body) => path == "/apply-template" ? FakeModel.Json(new { prompt = "天気です" }) : model.Answer(path, body));
        using var http = new HttpClient();
        var ids = await new LlamaCppCompletionEndpoint(http, server.Address).RenderAsync(FakeModel.ModelId, [("user", "x")], Token);
        Assert.Equal(2, ids!.Count);
        Assert.Contains("\"parse_special\":true", server.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_without_its_last_event_is_an_error()
    {
        var model = new FakeModel();
        await using var server = Serve(model, _ => FakeModel.Events("""{"content":"天気","stop":false}"""));
        using var http = new HttpClient();
        using var client = new TokenizerAdapterChatClient(new LlamaCppCompletionEndpoint(http, server.Address), model.Adapter());
        await Assert.ThrowsAsync<HttpIOException>(() => client.GetStreamingResponseAsync([new(ChatRole.User, "天気")], cancellationToken: Token).ToListAsync(Token).AsTask());
    }

    [Fact]
    public void Addresses_must_be_http()
    {
        using var http = new HttpClient();
        Assert.Throws<ArgumentException>(() => new LlamaCppCompletionEndpoint(http, new Uri("ftp://x/")));
        Assert.Throws<ArgumentException>(() => new OpenAICompletionEndpoint(http, new Uri("/v1", UriKind.Relative)));
        Assert.DoesNotContain("sk-key", new OpenAICompletionEndpoint(http, new Uri("http://x/v1"), "sk-key").ToString(), StringComparison.Ordinal);
    }
}
