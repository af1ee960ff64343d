using System.Net.Http.Json;
using System.Text.Json;
using LanguageRouter.Paths;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Tokens;
using LanguageRouter.Tokens.SentencePiece;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.TokenizerAdapter;

public sealed class EngineTests(RealEngine engine)
{
    private static readonly ChatMessage[] Question = [new(ChatRole.User, "日本の首都はどこですか？鱻という字は何と読みますか。")];

    private static ChatOptions Greedy(int tokens) => new() { Temperature = 0, MaxOutputTokens = tokens };

    // The handshake is tested on its own; on a loaded machine the engine takes its time over every token.
    private static readonly TokenizerAdapterOptions Unchecked = new() { Handshake = false };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tiny-ja")]
    [InlineData("tiny-ja-lora")]
    public async Task Answers_are_what_the_engine_gives_for_the_same_ids(string model)
    {
        var address = await engine.StartAsync(Token);
        var adapter = engine.Adapter(model);
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), adapter);

        var response = await client.GetResponseAsync(Question, Greedy(5), Token);
        var ids = new PromptRenderer(adapter.Encoder, adapter.Template).Render([new(TurnRole.User, Question[0].Text)]);
        var (text, expected, usage) = await AskEngineAsync(address, model, ids, 5);

        Assert.Equal(text, response.Text);
        Assert.Equal(expected, response.Messages[0].GetAnswerIds()!);
        Assert.Equal((ids.Count, 5), ((int)response.Usage!.InputTokenCount!, (int)response.Usage.OutputTokenCount!));
        Assert.Equal(usage, (response.Usage.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal(model, response.ModelId);
        Assert.Equal(LegKind.Answer, Assert.Single(response.GetPathLegs()).Kind);
        Assert.True(client.GetLastReport()!.Passed);
    }

    [Theory]
    [InlineData("tiny-ja", AnswerForm.Ids)]
    [InlineData("tiny-ja-lora", AnswerForm.Text)]
    public async Task Streaming_gives_the_same_answer(string model, AnswerForm form)
    {
        var address = await engine.StartAsync(Token);
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), engine.Adapter(model), new() { AnswerForm = form, Handshake = false });

        var whole = await client.GetResponseAsync(Question, Greedy(5), Token);
        var updates = await client.GetStreamingResponseAsync(Question, Greedy(5), Token).ToListAsync(Token);
        var streamed = updates.ToChatResponse();

        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.Usage!.TotalTokenCount, streamed.Usage!.TotalTokenCount);
        Assert.Equal(whole.FinishReason, streamed.FinishReason);
        Assert.NotNull(updates[^1].GetAdapterAccount());
        Assert.Single(updates[^1].GetPathLegs());
    }

    [Fact]
    public async Task Base_and_lora_answer_differently()
    {
        var address = await engine.StartAsync(Token);
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), [engine.Adapter("tiny-ja"), engine.Adapter("tiny-ja-lora")], Unchecked);

        var plain = await client.GetResponseAsync(Question, Greedy(5), Token);
        var adapted = await client.GetResponseAsync(Question, new ChatOptions { Temperature = 0, MaxOutputTokens = 5, ModelId = "tiny-ja-lora-adapter" }, Token);

        Assert.Equal(("tiny-ja", "tiny-ja-lora"), (plain.ModelId, adapted.ModelId));
        Assert.NotEqual(plain.Text, adapted.Text);
    }

    [Fact]
    public async Task Plain_form_is_the_engines_own_chat_prompt()
    {
        var address = await engine.StartAsync(Token);

        // The engine's own reading has no piece for a line break, and loses it: its prompt is met only by that reading.
        var adapter = engine.Adapter(template: ChatTemplate.Plain with { StopTexts = [] });
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), adapter with { Encoder = adapter.ServerEncoder! }, Unchecked);
        using var http = await engine.Http.PostAsJsonAsync(new Uri(address + "/chat/completions"), new { model = "tiny-ja", messages = new[] { new { role = "user", content = "東京の天気" } }, max_tokens = 4, temperature = 0 }, Token);
        var chat = await http.Content.ReadFromJsonAsync<JsonElement>(Token);

        var response = await client.GetResponseAsync([new(ChatRole.User, "東京の天気")], Greedy(4), Token);

        Assert.Equal(chat.GetProperty("usage").GetProperty("prompt_tokens").GetInt32(), response.Usage!.InputTokenCount);
        Assert.Equal(chat.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString(), response.Text);
    }

    [Fact]
    public async Task A_stop_text_ends_the_answer_before_it()
    {
        var address = await engine.StartAsync(Token);
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), engine.Adapter(), Unchecked);
        var whole = (await client.GetResponseAsync(Question, Greedy(5), Token)).Text;
        var stop = whole.Substring(whole.Length / 2, 2);
        var options = Greedy(5);
        options.StopSequences = [stop];

        foreach (var form in new[] { AnswerForm.Text, AnswerForm.Ids })
        {
            using var stopping = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), engine.Adapter(), new() { AnswerForm = form, Handshake = false });
            var response = await stopping.GetResponseAsync(Question, options, Token);
            Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
            Assert.StartsWith(response.Text, whole, StringComparison.Ordinal);
            Assert.DoesNotContain(stop, response.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cancelling_in_mid_stream_frees_the_engine()
    {
        var address = await engine.StartAsync(Token);
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), engine.Adapter(), Unchecked);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync(Question, Greedy(3000), cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });

        // The engine serves one request at a time: a short one gets through only because the long one has ended.
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(Token);
        soon.CancelAfter(TimeSpan.FromSeconds(60));
        Assert.NotEmpty((await client.GetResponseAsync(Question, Greedy(1), soon.Token)).Text);
    }

    [Fact]
    public async Task The_context_limit_is_met_before_sending()
    {
        var address = await engine.StartAsync(Token);
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), engine.Adapter());
        var words = string.Concat(Enumerable.Repeat("東京都に住んでいます。", 2000));
        var error = await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync([new(ChatRole.User, words)], Greedy(4), Token));
        Assert.Equal(TokenizerAdapterFailure.PromptTooLong, error.Failure);
        Assert.True(error.PromptTokens > 4096);
        Assert.Null(client.GetLastReport());
    }

    [Fact]
    public async Task A_prompt_of_exactly_the_window_is_served_and_one_more_is_not()
    {
        var address = await engine.StartAsync(Token);
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), engine.Adapter(), Unchecked);
        var words = string.Concat(Enumerable.Repeat("東京都に住んでいます。", 1200));
        while (client.CountPromptTokens([new(ChatRole.User, words)]) is var count and > 4094)
        {
            words = words[..^Math.Max(1, (count - 4094) / 2)];
        }

        var room = 4096 - client.CountPromptTokens([new(ChatRole.User, words)]);
        var response = await client.GetResponseAsync([new(ChatRole.User, words)], Greedy(room), Token);
        Assert.Equal(4096, response.Usage!.TotalTokenCount);
        await Assert.ThrowsAsync<TokenizerAdapterException>(() => client.GetResponseAsync([new(ChatRole.User, words)], Greedy(room + 1), Token));
    }

    [Fact]
    public async Task Unknown_adapters_and_wrong_tokenizers_are_named()
    {
        var address = await engine.StartAsync(Token);
        var endpoint = new OpenAICompletionEndpoint(engine.Http, address);
        using var unknown = new TokenizerAdapterChatClient(endpoint, engine.Adapter("no-such-lora"));
        var first = await Assert.ThrowsAsync<TokenizerAdapterException>(() => unknown.GetResponseAsync(Question, Greedy(4), Token));
        Assert.Contains("no-such-lora", first.Message, StringComparison.Ordinal);

        using var unchecked404 = new TokenizerAdapterChatClient(endpoint, engine.Adapter("no-such-lora"), new() { Handshake = false });
        var second = await Assert.ThrowsAsync<TokenizerAdapterException>(() => unchecked404.GetResponseAsync(Question, Greedy(4), Token));
        Assert.Equal(TokenizerAdapterFailure.UnknownAdapter, second.Failure);

        var other = RealEngine.Shared("data/ja-tokenizers/code10K_en20K_ja30K.ver2.2.model");
        Assert.SkipUnless(other is not null, "the second reference tokenizer is missing");
        using var wrong = new TokenizerAdapterChatClient(endpoint, engine.Adapter() with { Encoder = SentencePieceEncoder.Load(other), ServerEncoder = null });
        var third = await Assert.ThrowsAsync<TokenizerAdapterException>(() => wrong.GetResponseAsync(Question, Greedy(4), Token));
        Assert.Equal(TokenizerAdapterFailure.TokenizerMismatch, third.Failure);
        Assert.Contains("differs at token", third.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_goes_on_from_the_ids_of_its_answers()
    {
        var address = await engine.StartAsync(Token);
        var adapter = engine.Adapter();
        using var client = new TokenizerAdapterChatClient(new OpenAICompletionEndpoint(engine.Http, address), adapter, Unchecked);
        List<ChatMessage> conversation = [.. Question];
        var before = client.CountPromptTokens(conversation);
        var response = await client.GetResponseAsync(conversation, Greedy(4), Token);
        conversation.AddRange(response.Messages);
        conversation.Add(new ChatMessage(ChatRole.User, "続けて"));

        var renderer = new PromptRenderer(adapter.Encoder, adapter.Template);
        var next = renderer.Render(ConversationReader.Read(conversation, null, adapter.Encoder, adapter.Template));
        var earlier = renderer.Render(ConversationReader.Read(Question, null, adapter.Encoder, adapter.Template));
        Assert.Equal(before, earlier.Count);
        Assert.Equal([.. earlier, .. response.Messages[0].GetAnswerIds()!], next.Take(before + 4));
        Assert.True((await client.GetResponseAsync(conversation, Greedy(1), Token)).Usage!.InputTokenCount == next.Count);
    }

    [Fact]
    public async Task Sample_of_the_reference_texts_has_the_engines_ids()
    {
        var address = await engine.StartAsync(Token);
        var path = RealEngine.Shared("data/ja-prompts/mtbench-ja.jsonl");
        Assert.SkipUnless(path is not null, "the reference data is missing");
        var encoder = engine.Adapter().ServerEncoder!;
        var endpoint = new OpenAICompletionEndpoint(engine.Http, address);
        foreach (var line in File.ReadLines(path))
        {
            var ids = new List<int>();
            encoder.Encode(line, ids);
            Assert.Equal(await endpoint.TokenizeAsync("tiny-ja", line, Token), ids);
            var whole = engine.Adapter().Encoder;
            ids.Clear();
            whole.Encode(line, ids);
            Assert.Equal(line, TokenTextDecoder.Decode(whole, [.. ids]));
        }
    }

    private async Task<(string Text, List<int> Ids, (long?, long?) Usage)> AskEngineAsync(Uri address, string model, List<int> prompt, int tokens)
    {
        using var answer = await engine.Http.PostAsJsonAsync(new Uri(address + "/completions"), new { model, prompt, max_tokens = tokens, temperature = 0, return_token_ids = true }, Token);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        var usage = json.GetProperty("usage");
        return (json.GetProperty("choices")[0].GetProperty("text").GetString()!,
            [.. json.GetProperty("choices")[0].GetProperty("token_ids").EnumerateArray().Select(id => id.GetInt32())],
            (usage.GetProperty("prompt_tokens").GetInt64(), usage.GetProperty("completion_tokens").GetInt64()));
    }
}
