using LanguageRouter.Learning;
using LanguageRouter.Review.Feedback;
using LanguageRouter.Review.Tests.Accounting;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Review.Tests.Feedback;

public sealed class RoutingFeedbackTests
{
    [Fact]
    public async Task Feedback_counts_once_is_replaced_and_may_come_late()
    {
        await using var router = new ReviewRouter(services => services.AddQualityLearning());
        var feedback = router.Get<IRoutingFeedback>();
        var decision = await router.AskAsync("東京の人口は何人ですか。");
        await router.Client.FlushRecordsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(FeedbackOutcome.Taken, await feedback.ReportAsync(decision.Id, AnswerFeedback.Thumbs(false), TestContext.Current.CancellationToken));
        Assert.Equal(0, Score(router), 6);
        Assert.Equal(FeedbackOutcome.Replaced, await feedback.ReportAsync(decision.Id, AnswerFeedback.Thumbs(true), TestContext.Current.CancellationToken));
        Assert.Equal(100, Score(router), 3);
        Assert.Equal(1, Weight(router), 3);

        // Late: nothing in memory knows the decision any more.
        await router.FlushAsync();
        var late = new StoreFeedback(router.Store, new RecentDecisions(), router.Get<QualityLearner>(), TimeProvider.System);
        Assert.Equal(FeedbackOutcome.Taken, await late.ReportAsync(decision.Id, AnswerFeedback.TaskSuccess(false, "workflow"), TestContext.Current.CancellationToken));
        Assert.Equal(2, Weight(router), 3);
    }

    [Fact]
    public async Task Feedback_on_an_unknown_decision_is_kept_and_teaches_nothing()
    {
        await using var router = new ReviewRouter(services => services.AddQualityLearning());
        Assert.Equal(FeedbackOutcome.UnknownDecision, await router.Get<IRoutingFeedback>().ReportAsync(Guid.NewGuid(), AnswerFeedback.Score(0.5), TestContext.Current.CancellationToken));
        Assert.Null(router.Get<QualityLearner>().Of(""));
    }

    [Theory]
    [InlineData(1.5, "user", "score")]
    [InlineData(double.NaN, "user", "score")]
    [InlineData(0.5, "", "score")]
    [InlineData(0.5, "user", "")]
    public async Task Feedback_that_makes_no_sense_is_refused(double value, string source, string kind)
    {
        await using var router = new ReviewRouter();
        await Assert.ThrowsAsync<ArgumentException>(async () => await router.Get<IRoutingFeedback>().ReportAsync(Guid.NewGuid(), new AnswerFeedback(source, kind, value), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(async () => await router.Get<IRoutingFeedback>().ReportAsync(Guid.Empty, AnswerFeedback.Score(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_turn_asked_again_in_the_same_conversation_did_not_please()
    {
        await using var router = new ReviewRouter(services => services.AddQualityLearning());
        var first = await router.AskAsync("自己紹介文を書いてください。", "c1");
        await router.AskAsync("自己紹介文を書いてください。", "c2");
        await router.AskAsync("自己紹介文を書いてください。", "c1");
        await router.FlushAsync();
        var said = await router.Store.ReadFeedbackAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        var one = Assert.Single(said);
        Assert.Equal((first.Id, "regeneration", 0.0), (one.DecisionId, one.Kind, one.Score));
        Assert.Equal(1, Weight(router), 3);
    }

    private static double Score(ReviewRouter router) => Assert.Single(router.Get<QualityLearner>().Of("")!.Cells).Value.Mean;

    private static double Weight(ReviewRouter router) => router.Get<QualityLearner>().Of("")!.Cells.Sum(cell => cell.Value.Weight);
}
