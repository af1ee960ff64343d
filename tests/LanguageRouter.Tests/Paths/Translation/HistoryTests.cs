using LanguageRouter.Paths.Translation;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>Earlier turns are translated once, stay byte for byte, and belong to their tenant and conversation.</summary>
public sealed class HistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALongConversationIsNeverTranslatedTwice()
    {
        var turn = 0;
        var model = new CallbackChatClient(_ => $"Answer {++turn}.");
        var translator = PseudoTranslator.Create();
        using var client = new TranslatingChatClient(model, translator);
        List<ChatMessage> history = [new(ChatRole.System, "あなたは親切です。")];
        for (var i = 0; i < 8; i++)
        {
            history.Add(new ChatMessage(ChatRole.User, $"質問{i}ですか？"));
            history.AddMessages(await client.GetResponseAsync(history, null, Token));
            var sent = model.Requests[i];
            if (i > 0)
            {
                // The prefix is the one of the turn before: the prompt cache holds.
                var before = model.Requests[i - 1];
                Assert.Equal(before.Select(m => m.Text), sent.Take(before.Count).Select(m => m.Text));
                Assert.Equal($"Answer {i}.", sent[before.Count].Text);
            }
        }

        // System once, each question once, each answer once.
        Assert.Equal(1 + 8 + 8, translator.Calls);
    }

    [Fact]
    public async Task TenantsAndConversationsDoNotShareAnswers()
    {
        var model = new CallbackChatClient("Secret of a.");
        var translator = new CallbackTranslator((r, _) => Task.FromResult<string?[]>([.. r.Segments.Select(s => r.TargetLanguage == "ja" ? "同じ文です。" : PseudoTranslator.Translate(s.Text, "en"))]));
        using var client = new TranslatingChatClient(model, translator);
        ChatMessage[] first = [new(ChatRole.User, "何ですか？")];
        ChatMessage[] second = [.. first, new(ChatRole.Assistant, "同じ文です。"), new(ChatRole.User, "次は？")];
        await client.GetResponseAsync(first, As("a", "1"), Token);
        foreach (var (tenant, conversation, own) in new[] { ("a", "1", true), ("a", "2", false), ("b", "1", false), (null, "1", false), ("a", null, false) })
        {
            await client.GetResponseAsync(second, As(tenant, conversation), Token);
            Assert.Equal(own, model.Requests[^1][1].Text == "Secret of a.");
        }
    }

    [Fact]
    public async Task EqualRequestsAtOnceShareOneCall()
    {
        var gate = new TaskCompletionSource();
        var translator = PseudoTranslator.Create(() => gate.Task);
        using var client = new TranslatingChatClient(new CallbackChatClient(""), translator);
        using var stop = new CancellationTokenSource();
        var all = Enumerable.Range(0, 20).Select(i => client.GetResponseAsync("同じ問いですか？", null, i < 5 ? stop.Token : Token)).ToArray();
        await Task.Delay(50, Token);
        await stop.CancelAsync();
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all[i]);
        }

        gate.SetResult();
        await Task.WhenAll(all.Skip(5));
        Assert.Equal(1, translator.Calls);
    }

    [Fact]
    public async Task MemoryIsBounded()
    {
        using var store = new LanguageRouter.Paths.Translation.History.ShadowStore(20_000);
        for (var i = 0; i < 2_000; i++)
        {
            store.Keep(Key($"{i}" + new string('あ', 100)), new string('a', 200));
        }

        await Task.Delay(200, Token);
        Assert.InRange(store.Count, 0, 50);
    }

    private static ChatOptions As(string? tenant, string? conversation) => new ChatOptions().WithTranslation(new() { Tenant = tenant, ConversationId = conversation });

    private static LanguageRouter.Paths.Translation.History.ShadowKey Key(string text) => new()
    {
        Tenant = null,
        ConversationId = null,
        Source = "ja",
        Target = "en",
        Translator = "t",
        TranslatorVersion = "1",
        GlossaryVersion = null,
        Register = default,
        Context = null,
        Text = text,
    };
}
