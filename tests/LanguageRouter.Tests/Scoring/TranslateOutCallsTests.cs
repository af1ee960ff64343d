using LanguageRouter.Paths;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Scoring;
using LanguageRouter.Tests.Paths.Translation.Fakes;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Scoring;

/// <summary>The bill expects as many calls back as the path makes.</summary>
public sealed class TranslateOutCallsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheEstimateIsWhatTheStreamedPathDoesWithRealAnswers()
    {
        var answers = new List<(int Tokens, int Calls)>();
        foreach (var answer in ReferenceData.Answers())
        {
            var tokens = (int)(BytePairTokenCounter.O200kBase.Count(answer) / TokenDensity.Of(TokenCounters.O200kBase, "ja"));
            answers.Add((tokens, await CallsAsync(answer, streamed: true)));
        }

        Assert.InRange(Deviation(answers), -0.05, 0.05);
        foreach (var quarter in answers.OrderBy(a => a.Tokens).Chunk((answers.Count + 3) / 4))
        {
            Assert.InRange(Deviation(quarter), -0.2, 0.2);
        }
    }

    [Fact]
    public async Task AWholeAnswerTakesOneCall()
    {
        Assert.Equal(TokenInterval.Exact(1), TranslateOutCalls.Estimate(new TokenInterval(20, 200, 900), streamed: false));
        Assert.Equal(1, await CallsAsync(string.Concat(Enumerable.Repeat("This is one more sentence. ", 40)), streamed: false));
    }

    [Fact]
    public void MoreTextTakesMoreCalls()
    {
        var calls = TranslateOutCalls.Estimate(new TokenInterval(0, 245, 990), streamed: true);
        Assert.Equal((1, 5, 14), (calls.Low, calls.Likely, calls.High));
    }

    private static double Deviation(IReadOnlyCollection<(int Tokens, int Calls)> answers) =>
        ((double)answers.Sum(a => TranslateOutCalls.Estimate(TokenInterval.Exact(a.Tokens), streamed: true).Likely) / answers.Sum(a => a.Calls)) - 1;

    private static async Task<int> CallsAsync(string answer, bool streamed)
    {
        using var client = new TranslatingChatClient(new CallbackChatClient(answer, 64), CallbackTranslator.Identity, new TranslationOptions { UserLanguage = "aa", ModelLanguage = "bb" });
        var wishes = new ChatOptions().WithTranslation(new() { UserLanguage = "aa", AnswerLanguage = "aa" });
        var legs = streamed
            ? (await client.GetStreamingResponseAsync("a", wishes, Token).ToListAsync(Token))[^1].GetPathLegs()
            : (await client.GetResponseAsync("a", wishes, Token)).GetPathLegs();
        return legs.Count(leg => leg.Kind == LegKind.TranslateOut);
    }
}
