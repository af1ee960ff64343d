using CsCheck;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

public sealed class StreamingTests
{
    private const string Question = "これは何ですか？";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void StreamedIsWholeForAnyChunking()
    {
        var words = Gen.OneOf(
            Gen.Char[".!?\"*`_~|#>-:()[]{}<>$\\\n  \n"].Select(c => c.ToString()),
            Gen.Char["bcdjkpqz"].Array[1, 8].Select(c => new string(c) + " "),
            Gen.Int[0, 5].Select(i => new[] { "Dr. ", "3.5 ", "```py\nx = 1.\n```\n", "https://a.b/c. ", "Yes. ", "| a | b |\n" }[i]),
            Gen.Int[0, 3].Select(i => new[] { "😀", "「x」", "**bold** ", "`co.de` " }[i]));
        Gen.Select(words.List[0, 60], Gen.Int[1, 70]).Sample((parts, chunk) =>
        {
            var answer = string.Concat(parts);
            using var client = new TranslatingChatClient(new CallbackChatClient(answer, chunk), Lenient());
            var whole = client.GetResponseAsync(Question, null, Token).GetAwaiter().GetResult().Text;
            var streamed = client.GetStreamingResponseAsync(Question, null, Token).ToChatResponseAsync(Token).GetAwaiter().GetResult().Text;
            Assert.Equal(whole, streamed);
        }, iter: 600);
    }

    [Fact]
    public async Task RealAnswersStreamAsTheyAreWhole()
    {
        // The answers are Japanese: here Japanese is the language of the model and English that of the user.
        var options = new TranslationOptions { UserLanguage = "en", ModelLanguage = "ja" };
        var different = 0;
        foreach (var answer in ReferenceData.Answers().Where((_, i) => i % 4 == 0))
        {
            using var client = new TranslatingChatClient(new CallbackChatClient(answer, 7), Lenient(), options);
            string whole;
            try
            {
                whole = (await client.GetResponseAsync("What is this?", null, Token)).Text;
            }
            catch (TranslationFailedException)
            {
                // The letters that stand for a translation can make a number.
                await Assert.ThrowsAsync<TranslationFailedException>(() => client.GetStreamingResponseAsync("What is this?", null, Token).ToChatResponseAsync(Token));
                continue;
            }

            var streamed = (await client.GetStreamingResponseAsync("What is this?", null, Token).ToChatResponseAsync(Token)).Text;
            Assert.Equal(whole, streamed);
            different += whole == answer ? 0 : 1;
        }

        Assert.True(different > 100);
    }

    [Fact]
    public async Task CodeAndToolCallsKeepTheirPlaces()
    {
        var model = new UpdatesChatClient(
            new ChatResponseUpdate(ChatRole.Assistant, "I call the to"),
            new ChatResponseUpdate(ChatRole.Assistant, "ol. Wait"),
            new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("c1", "f", new Dictionary<string, object?> { ["名"] = "猫" })]),
            new ChatResponseUpdate(ChatRole.Assistant, "Then:\n```\nDo not. Touch.\n```\n"));
        using var client = new TranslatingChatClient(model, PseudoTranslator.Create());
        var contents = (await client.GetStreamingResponseAsync(Question, null, Token).ToListAsync(Token)).SelectMany(u => u.Contents).Where(c => c is not UsageContent).ToList();
        var call = contents.FindIndex(c => c is FunctionCallContent);
        Assert.Equal(PseudoTranslator.Translate("I call the tool.", "ja") + PseudoTranslator.Translate("Wait", "ja"), string.Concat(contents.Take(call).Cast<TextContent>().Select(t => t.Text)));
        Assert.EndsWith("\n```\nDo not. Touch.\n```\n", string.Concat(contents.Skip(call + 1).Cast<TextContent>().Select(t => t.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASlowReaderSlowsTheModelDown()
    {
        var read = 0;
        IEnumerable<ChatResponseUpdate> Endless()
        {
            while (true)
            {
                read++;
                yield return new ChatResponseUpdate(ChatRole.Assistant, "One more sentence here. ");
            }
        }

        using var client = new TranslatingChatClient(new UpdatesChatClient(Endless()), PseudoTranslator.Create());
        await using var reader = client.GetStreamingResponseAsync(Question, null, Token).GetAsyncEnumerator(Token);
        await reader.MoveNextAsync();
        await Task.Delay(100, Token);
        Assert.InRange(read, 1, 40);
    }

    [Fact]
    public async Task CancellationEndsEveryLeg()
    {
        foreach (var stalls in new[] { "in", "model", "out" })
        {
            var never = new TaskCompletionSource();
            var translator = new CallbackTranslator(async (request, _) =>
            {
                if (stalls == (request.SourceLanguage == "ja" ? "in" : "out"))
                {
                    await never.Task;
                }

                return [.. request.Segments.Select(s => PseudoTranslator.Translate(s.Text, request.TargetLanguage))];
            });
            var model = new UpdatesChatClient(new ChatResponseUpdate(ChatRole.Assistant, "One. Two. ")) { End = stalls == "model" ? never.Task : null };
            using var client = new TranslatingChatClient(model, translator);
            using var stop = new CancellationTokenSource(50);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetStreamingResponseAsync(Question, null, stop.Token).ToListAsync(stop.Token).AsTask());
        }
    }

    [Fact]
    public async Task ModelErrorsPassUnchangedAndNothingEndsSilently()
    {
        var model = new UpdatesChatClient(new ChatResponseUpdate(ChatRole.Assistant, "One sentence. Half a sen")) { End = Task.FromException(new HttpRequestException("reset")) };
        using var client = new TranslatingChatClient(model, PseudoTranslator.Create());
        var text = "";
        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question, null, Token))
            {
                text += update.Text;
            }
        });
        Assert.Equal(PseudoTranslator.Translate("One sentence.", "ja"), text);
    }

    [Fact]
    public async Task TheFirstSentenceDoesNotWaitForTheSecond()
    {
        var read = new TaskCompletionSource();
        async IAsyncEnumerable<ChatResponseUpdate> Model()
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, "The first sentence. T");
            await read.Task;
            yield return new ChatResponseUpdate(ChatRole.Assistant, "he second.");
        }

        using var client = new TranslatingChatClient(new UpdatesChatClient(Model()), PseudoTranslator.Create());
        await using var reader = client.GetStreamingResponseAsync(Question, null, Token).GetAsyncEnumerator(Token);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(PseudoTranslator.Translate("The first sentence.", "ja"), reader.Current.Text);
        read.SetResult();
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(PseudoTranslator.Translate("The second.", "ja"), reader.Current.Text);
    }

    [Fact]
    public async Task ThousandsAtOnceNeitherMixNorLeak()
    {
        // Every request has its own words; a third is cancelled at a random place, translators fail or stall at random, some readers are slow.
        var random = new Random(7);
        var plans = Enumerable.Range(0, 2_000).Select(i => (Id: i, StopAfter: i % 3 == 0 ? random.Next(0, 8) : -1, Slow: i % 50 == 1, Fails: random.Next(10) == 0, Stalls: random.Next(20) == 0)).ToArray();
        var current = new AsyncLocal<int>();
        var translator = new CallbackTranslator(async (request, cancellationToken) =>
        {
            await Task.Yield();
            var plan = plans[current.Value];
            if (request.SourceLanguage == "en" && plan.Fails)
            {
                throw new HttpRequestException("503");
            }

            if (request.SourceLanguage == "en" && plan.Stalls)
            {
                await Task.Delay(20, cancellationToken);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return [.. request.Segments.Select(s => PseudoTranslator.Translate(s.Text, request.TargetLanguage))];
        });

        // Nothing is remembered, so that all memory must come back.
        using var client = new TranslatingChatClient(
            new CallbackChatClient(m => string.Concat(Enumerable.Repeat(m[^1].Text.Split('`')[1] is var id ? $"This is `{id}` here. " : "", 12)), chunk: 5) { KeepsRequests = false },
            translator,
            new TranslationOptions { HistoryCharacters = 0, Fidelity = new FidelityLimits { HighestFailureRate = 1 } });
        await Task.WhenAll(plans.Take(200).Select(p => Task.Run(() => AskAsync(p), Token)));
        var before = Settled();
        var outcomes = await Task.WhenAll(plans.Select(p => Task.Run(() => AskAsync(p), Token)));
        Assert.All(outcomes, o =>
        {
            Assert.DoesNotContain(System.Text.RegularExpressions.Regex.Matches(o.Text, "id_[0-9]+"), m => m.Value != $"id_{o.Id}");
            Assert.True(o.How != "done" || o.Text.Split('`').Length / 2 == 12, o.Text);
        });
        Assert.True(outcomes.Count(o => o.How == "failed") > 50);
        Assert.True(outcomes.Count(o => o.How == "cancelled") > 300);
        Assert.True(outcomes.Count(o => o.How == "done") > 500);
        outcomes = null;

        // 2,000 requests that kept a single group of four sentences each would hold more.
        Assert.InRange(Settled() - before, long.MinValue, 1_000_000);

        async Task<(int Id, string Text, string How)> AskAsync((int Id, int StopAfter, bool Slow, bool Fails, bool Stalls) plan)
        {
            current.Value = plan.Id;
            using var stop = new CancellationTokenSource();
            var text = "";
            var parts = 0;
            try
            {
                if (plan.StopAfter == 0)
                {
                    await stop.CancelAsync();
                }

                await foreach (var update in client.GetStreamingResponseAsync($"これは`id_{plan.Id}`ですか、教えてください。", null, stop.Token))
                {
                    text += update.Text;
                    if (plan.Slow)
                    {
                        await Task.Delay(5, Token);
                    }

                    if (++parts == plan.StopAfter)
                    {
                        await stop.CancelAsync();
                    }
                }
            }
            catch (OperationCanceledException)
            {
                return (plan.Id, text, "cancelled");
            }
            catch (TranslationFailedException)
            {
                return (plan.Id, text, "failed");
            }

            return (plan.Id, text, "done");
        }
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static CallbackTranslator Lenient() => PseudoTranslator.Create();
}
