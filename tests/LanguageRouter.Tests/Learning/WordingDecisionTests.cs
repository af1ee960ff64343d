using LanguageRouter.Decisions;
using LanguageRouter.Learning;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Learning;

public sealed class WordingDecisionTests
{
    private const string Keigo = "次の文を取引先に送る敬語に直してください。明日の会議に行けません。";
    private const string Plain = "次の文を友人に送る言葉に直してください。明日の会議に行けません。";

    [Fact]
    public void A_request_goes_where_its_wording_says()
    {
        var decider = Decider(options => options.Defaults.Learning = Names("敬語", 60));
        var (keigo, plain) = (Decide(decider, Keigo), Decide(decider, Plain));
        Assert.Equal(("own", "direct"), (keigo.Chosen.Name, plain.Chosen.Name));
        Assert.Equal(ReasonCodes.BelowQualityFloor, plain.ScoreOf("own")!.Exclusion?.Code);
    }

    [Fact]
    public void The_explanation_says_predicted_and_never_measured()
    {
        var quality = Decide(Decider(options => options.Defaults.Learning = Names("敬語", 60)), Keigo).ScoreOf("own")!.Quality;
        Assert.Equal(QualityEvidence.Predicted, quality.Evidence);
        Assert.Equal("predicted by wording, 187 items judged by judge", quality.Source);
        Assert.Equal(0, quality.Observations);
    }

    [Fact]
    public void Points_are_the_difference_of_the_two_models_and_the_cautious_end_has_their_errors()
    {
        var quality = Decide(Decider(options => options.Defaults.Learning = Names("敬語", 60)), Keigo).ScoreOf("own")!.Quality;
        Assert.Equal(60 * WordingPairs.Of(Keigo).First(pair => WordingPairs.Of("敬語").ContainsKey(pair.Key)).Value, quality.Points, 3);
        Assert.Equal(quality.Points - 1.645 * Math.Sqrt(18), quality.LowPoints, 3);
    }

    [Fact]
    public void A_path_of_the_same_model_and_a_translated_one_keep_their_priors()
    {
        var (without, with) = (Decide(Decider(_ => { }), Keigo), Decide(Decider(options => options.Defaults.Learning = Names("敬語", 60)), Keigo));
        Assert.Equal(without.ScoreOf("english")!.Quality, with.ScoreOf("english")!.Quality);
        Assert.Equal(QualityEvidence.Unmeasured, without.ScoreOf("own")!.Quality.Evidence);
        Assert.Null(without.Signals.Wording);
    }

    [Theory]
    [InlineData("Write a polite letter to a client, with 敬語 where it fits: I cannot come to the meeting tomorrow.")]
    [InlineData("次の文を英語に翻訳してください。敬語を使って。")]
    public void A_request_in_another_language_or_for_an_answer_in_one_is_not_predicted(string text) =>
        Assert.NotEqual(QualityEvidence.Predicted, Decide(Decider(options => options.Defaults.Learning = Names("敬語", 60)), text).ScoreOf("own")!.Quality.Evidence);

    [Fact]
    public void Tenants_are_apart()
    {
        var decider = Decider(options =>
        {
            options.Tenants["acme"] = new RoutingPolicyOptions { Learning = Names("敬語", 60) };
            options.Tenants["worse"] = new RoutingPolicyOptions { Learning = Names("敬語", -60) };
            options.Tenants["none"] = new RoutingPolicyOptions();
        });
        Assert.True(Decide(decider, Keigo, "acme").ScoreOf("own")!.Quality.Points > 0);
        Assert.True(Decide(decider, Keigo, "worse").ScoreOf("own")!.Quality.Points < 0);
        Assert.Equal(QualityEvidence.Unmeasured, Decide(decider, Keigo, "none").ScoreOf("own")!.Quality.Evidence);
        Assert.Equal(3, decider.Configuration.Tenants.Select(tenant => decider.Configuration.PolicyOf(tenant).Version).Distinct().Count());
    }

    [Fact]
    public void The_name_none_takes_the_inherited_file_away()
    {
        var decider = Decider(options =>
        {
            options.Defaults.Learning = Names("敬語", 60);
            options.Tenants["without"] = new RoutingPolicyOptions { Learning = new LearningOptions { Wording = "none" } };
            options.Tenants["with"] = new RoutingPolicyOptions { Learning = new LearningOptions { ShadowShare = 0 } };
        });
        Assert.Equal("direct", Decide(decider, Keigo, "without").Chosen.Name);
        Assert.Equal("own", Decide(decider, Keigo, "with").Chosen.Name);
    }

    [Fact]
    public void Observations_take_the_place_of_the_prediction_by_their_weight()
    {
        var prediction = new QualityEstimate(30, 20, QualityEvidence.Predicted, "predicted by wording, 187 items judged by judge");
        var learner = new QualityLearner();
        for (var i = 0; i < 20; i++)
        {
            learner.Observe(new QualityObservation { Tenant = "", Route = "own", Against = "direct", Task = TaskKind.Rewriting, Language = "ja", Score = 0.5, Time = DateTimeOffset.UnixEpoch });
        }

        var estimate = learner.Of("")!.Estimate("own", "direct", TaskKind.Rewriting, "ja", prediction, DateTimeOffset.UnixEpoch);
        Assert.Equal(QualityEvidence.Measured, estimate.Evidence);
        Assert.Equal(15, estimate.Points, 6);
    }

    [Fact]
    public async Task A_similar_request_of_another_wording_is_decided_anew()
    {
        await using var router = new TestRouter(options =>
        {
            AddRoute(options);
            options.Defaults.Learning = Names("敬語", 60);
        });
        foreach (var (text, route) in ((string, string)[])[(Keigo, "own"), (Plain, "direct"), (Keigo, "own"), (Plain, "direct")])
        {
            await router.Client.GetResponseAsync(TestRouter.User(text), cancellationToken: TestContext.Current.CancellationToken);
            var decision = await router.Client.DecideAsync(TestRouter.User(text), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal((route, DecisionOrigin.Cached), (decision.Chosen.Name, decision.Origin));
        }
    }

    [Fact]
    public async Task A_candidate_in_shadow_is_judged_by_its_own_file()
    {
        await using var router = new TestRouter(options =>
        {
            AddRoute(options);
            options.Defaults.Learning = Names("敬語", -60);
            options.Policies["tried"] = new RoutingPolicyOptions { Learning = Names("敬語", 60) };
            options.Defaults.Experiment = new ExperimentOptions { Policy = "tried" };
        });
        await router.Client.GetResponseAsync(TestRouter.User(Keigo), cancellationToken: TestContext.Current.CancellationToken);
        await router.Client.FlushRecordsAsync(TestContext.Current.CancellationToken);
        var record = Assert.Single(router.Sink.Records);
        Assert.Equal(("direct", "own"), (record.Decision.Chosen.Name, record.Shadow?.Route));
    }

    private static RoutingDecider Decider(Action<RoutingOptions> change)
    {
        var options = TestRouter.Options();
        AddRoute(options);
        change(options);
        return new RoutingDecider(RoutingConfiguration.Create(options));
    }

    private static void AddRoute(RoutingOptions options)
    {
        options.Routes.Add(new RouteOptions { Name = "own", Kind = RouteKind.Direct, Model = "local" });
        options.Defaults.Routes = ["direct", "english", "own"];
    }

    private static LearningOptions Names(string pair, double points, double error = 3) =>
        new() { Wording = WordingSamples.Write(WordingSamples.File(["local", "frontier"], pair, [points, 0], error)) };

    private static RoutingDecision Decide(RoutingDecider decider, string text, string tenant = "") => decider.Decide([new ChatMessage(ChatRole.User, text)], tenant: tenant);
}
