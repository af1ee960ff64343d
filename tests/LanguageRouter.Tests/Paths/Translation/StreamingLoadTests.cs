using LanguageRouter.Paths.Translation;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation;

/// <summary>Thousands of streams at once. Alone, for it measures the memory of the process.</summary>
[Collection(nameof(AloneCollection))]
public sealed class StreamingLoadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
        await Task.WhenAll(plans.Select(p => Task.Run(() => AskAsync(p), Token)));
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

        // Threads, pools and tables have grown in the round before. 200 bytes a request are less than one sentence that somebody still held.
        var left = Settled() - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{left} bytes more than before 2,000 requests");
        Assert.InRange(left, long.MinValue, 2_000 * 200);

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
}
