using LanguageRouter.Decisions;
using LanguageRouter.Learning;
using LanguageRouter.Policies;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Tests.Learning;

public sealed class LearningDecisionTests
{
    private const string Text = "次の計算をしてください。りんごが12個あります。3人で等しく分けると、1人何個になりますか。";

    [Fact]
    public async Task A_route_that_loses_falls_below_the_floor()
    {
        var learner = new QualityLearner();
        await using var router = new TestRouter(services: services => services.AddSingleton(learner));
        var before = await router.Client.DecideAsync(TestRouter.User(Text), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(TaskKind.Math, before.Signals.Task);
        Assert.Null(before.ScoreOf("english")!.Exclusion);
        Observe(learner, "english", 0, 60);
        var after = await router.Client.DecideAsync(TestRouter.User(Text), cancellationToken: TestContext.Current.CancellationToken);
        var score = after.ScoreOf("english")!;
        Assert.Equal(ReasonCodes.BelowQualityFloor, score.Exclusion?.Code);
        Assert.Equal(QualityEvidence.Measured, score.Quality.Evidence);
        Assert.Equal(60, score.Quality.Observations, 3);
    }

    [Fact]
    public async Task A_model_that_nobody_compared_is_let_in_once_it_is_measured()
    {
        var learner = new QualityLearner();
        await using var router = new TestRouter(services: services => services.AddSingleton(learner));
        var before = await router.Client.DecideAsync(TestRouter.User(Text), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(ReasonCodes.BelowQualityFloor, before.ScoreOf("japanese")!.Exclusion?.Code);
        Observe(learner, "japanese", 0.8, 80);
        var after = await router.Client.DecideAsync(TestRouter.User(Text), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("japanese", after.Chosen.Name);
    }

    [Fact]
    public async Task Exploration_takes_eligible_routes_by_the_propensity_it_states()
    {
        const int Requests = 400;
        var random = new Random(5);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        // The fake translates nothing well; its route must stay eligible all the same.
        await using var router = new TestRouter(
            options =>
            {
                options.Defaults.Translation = new TranslationPolicyOptions { HighestFailureRate = 1 };
                options.Defaults.Learning = new LearningOptions { ExplorationShare = 0.4 };
            },
            services => services.AddSingleton(new RouteExploration(() => { lock (random) { return random.NextDouble(); } })));
        for (var i = 0; i < Requests; i++)
        {
            await router.Client.GetResponseAsync(TestRouter.User(Text), cancellationToken: TestContext.Current.CancellationToken);
        }

        await router.Client.FlushRecordsAsync(TestContext.Current.CancellationToken);
        foreach (var record in router.Sink.Records)
        {
            var name = record.Decision.Chosen.Name;
            counts[name] = counts.GetValueOrDefault(name) + 1;
            weights[name] = weights.GetValueOrDefault(name) + 1 / record.Decision.Propensity;
        }

        // Two routes are eligible: the best by 80 %, the other by 20 %; inverse propensities make each of them all of the requests.
        Assert.Equal(["direct", "english"], counts.Keys.Order(StringComparer.Ordinal));
        Assert.All(weights.Values, weight => Assert.InRange(weight / Requests, 0.75, 1.25));
        Assert.Contains(router.Sink.Records, record => record.Decision.Reasons[0] == ReasonCodes.Explored && record.Decision.Propensity is > 0.19 and < 0.21);
    }

    private static void Observe(QualityLearner learner, string route, double score, int times)
    {
        for (var i = 0; i < times; i++)
        {
            learner.Observe(new QualityObservation { Tenant = "", Route = route, Against = "direct", Task = TaskKind.Math, Language = "ja", Score = score, Time = TimeProvider.System.GetUtcNow() });
        }
    }
}
