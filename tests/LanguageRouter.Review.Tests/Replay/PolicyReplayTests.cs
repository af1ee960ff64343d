using LanguageRouter.Policies;
using LanguageRouter.Review.Feedback;
using LanguageRouter.Review.Replay;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Accounting;
using Microsoft.Extensions.AI;

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

    [Fact]
    public async Task What_the_policy_denies_is_not_chosen_and_what_only_the_record_denied_is()
    {
        await using var router = await FilledAsync();
        var options = ReviewRouter.Options();
        options.Defaults.Deny = [new DenyOptions { Routes = ["native"], Languages = ["ja"] }];
        var summary = await ReplayAsync(router, options);
        Assert.Equal(("native", "direct", Prompts.Length), (summary.Moves[0].From, summary.Moves[0].To, summary.Moves[0].Records));

        options.Defaults.Deny = [new DenyOptions { Routes = ["native"], Languages = ["ko"] }];
        Assert.All((await ReplayAsync(router, options)).Moves, move => Assert.Equal("native", move.To));

        await using var denied = new ReviewRouter(change: routing => routing.Defaults.Deny = [new DenyOptions { Routes = ["native"] }]);
        Assert.Equal("direct", (await denied.AskAsync(Prompts[0])).Chosen.Name);
        await denied.FlushAsync();
        Assert.Equal(("direct", "native"), ((await ReplayAsync(denied, ReviewRouter.Options())).Moves.Single().From, (await ReplayAsync(denied, ReviewRouter.Options())).Moves.Single().To));
    }

    [Fact]
    public async Task What_a_request_overrides_holds_under_the_other_policy_or_is_refused_by_it()
    {
        void Permit(RoutingOptions options) => options.Defaults.AllowOverrides = [RoutingOverrideKind.Route];
        await using var router = new ReviewRouter(change: Permit);
        await router.Client.GetResponseAsync(Prompts[0], new ChatOptions().WithRoutingOverrides(new RoutingOverrides { Route = "direct" }), TestContext.Current.CancellationToken);
        await router.FlushAsync();
        var options = ReviewRouter.Options();
        Assert.Equal((0, 1), ((await ReplayAsync(router, options)).Records, (await ReplayAsync(router, options)).Refused));
        Permit(options);
        var summary = await ReplayAsync(router, options);
        Assert.Equal((1, 0, "direct"), (summary.Records, summary.Refused, summary.Moves.Single().To));
    }

    [Fact]
    public async Task A_share_of_the_records_goes_to_the_policys_candidate()
    {
        await using var router = new ReviewRouter();
        for (var i = 0; i < 60; i++)
        {
            await router.AskAsync(Prompts[i % Prompts.Length] + i);
        }

        await router.FlushAsync();
        var options = ReviewRouter.Options();
        options.Policies["careful"] = new RoutingPolicyOptions { QualityFloor = 0 };
        options.Defaults.Experiment = new ExperimentOptions { Policy = "careful", Mode = ExperimentMode.Share, Share = 0.3 };
        var (first, second) = (await ReplayAsync(router, options), await ReplayAsync(router, options));
        Assert.Equal(first.Moves, second.Moves);
        Assert.InRange(first.Moves.Single(move => move.To == "direct").Records, 8, 30);
        options.Defaults.Experiment.Mode = ExperimentMode.Shadow;
        options.Defaults.Experiment.Share = null;
        Assert.All((await ReplayAsync(router, options)).Moves, move => Assert.Equal("native", move.To));
    }

    private static Task<ReplaySummary> ReplayAsync(ReviewRouter router, RoutingOptions options) =>
        PolicyReplay.RunAsync(router.Store, RoutingConfiguration.Create(options), RecordFilter.All, TestContext.Current.CancellationToken);

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
