using LanguageRouter.Policies;
using LanguageRouter.Review.Feedback;
using LanguageRouter.Review.Replay;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Accounting;

namespace LanguageRouter.Review.Tests.Replay;

public sealed class PolicyReplayTests
{
    private static readonly string[] Prompts =
    [
        "東京から大阪まで新幹線で何時間かかりますか。", "次の文章を要約してください。今日は天気がよく、公園で子どもたちが遊んでいた。", "りんごが12個あります。3人で分けると1人何個ですか。", "敬語に直してください：明日行けません。",
    ];

    [Fact]
    public async Task The_same_policy_changes_nothing()
    {
        await using var router = await FilledAsync();
        var summary = await PolicyReplay.RunAsync(router.Store, RoutingConfiguration.Create(ReviewRouter.Options()), RecordFilter.All, TestContext.Current.CancellationToken);
        Assert.Equal(Prompts.Length, summary.Records);
        Assert.All(summary.Moves, move => Assert.Equal(move.From, move.To));
        Assert.Equal(summary.RecordedCostUsd, summary.PolicyCostUsd);
        Assert.Equal(0, summary.PointsDifference, 6);
        Assert.Equal(1, summary.Feedback.DoublyRobust.Estimate, 6);
    }

    [Fact]
    public async Task Another_policy_moves_requests_and_says_what_they_would_cost()
    {
        await using var router = await FilledAsync();
        var options = ReviewRouter.Options();
        options.Defaults.QualityFloor = 0;
        var summary = await PolicyReplay.RunAsync(router.Store, RoutingConfiguration.Create(options), RecordFilter.All, TestContext.Current.CancellationToken);
        Assert.Equal(("native", "direct", Prompts.Length), (summary.Moves[0].From, summary.Moves[0].To, summary.Moves[0].Records));
        Assert.True(summary.PolicyCostUsd > summary.RecordedCostUsd);
        Assert.Equal(0, summary.Feedback.Supported);
    }

    [Fact]
    public async Task Other_prices_are_charged()
    {
        await using var router = await FilledAsync();
        var options = ReviewRouter.Options();
        options.Models["local"].InputPrice *= 2;
        options.Models["local"].OutputPrice *= 2;
        var summary = await PolicyReplay.RunAsync(router.Store, RoutingConfiguration.Create(options), RecordFilter.All, TestContext.Current.CancellationToken);
        Assert.Equal(2 * summary.RecordedCostUsd, summary.PolicyCostUsd);
    }

    private static async Task<ReviewRouter> FilledAsync()
    {
        var router = new ReviewRouter();
        foreach (var prompt in Prompts)
        {
            var decision = await router.AskAsync(prompt);
            Assert.Equal("native", decision.Chosen.Name);
            await router.Get<IRoutingFeedback>().ReportAsync(decision.Id, AnswerFeedback.Thumbs(true), TestContext.Current.CancellationToken);
        }

        await router.FlushAsync();
        return router;
    }
}
