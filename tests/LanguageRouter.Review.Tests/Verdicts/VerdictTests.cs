using LanguageRouter.Review.Records;
using LanguageRouter.Review.Verdicts;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Tests.Verdicts;

public sealed class VerdictTests
{
    [Fact]
    public void An_interval_for_a_mean_holds_it_at_all_times()
    {
        // A short version of the evaluation command "verdicts": 5 % may miss; with 200 runs, more than 20 would be a one in a thousand accident.
        var misses = 0;
        for (var run = 0; run < 200; run++)
        {
            var random = new Random(3 + 1_000 * run);
            var sequence = new BettingSequence(0.05);
            var missed = false;
            for (var i = 0; i < 200; i++)
            {
                sequence.Add(random.NextDouble() < 0.3 ? 1 : 0);
                missed |= !sequence.Current.Contains(0.3);
            }

            misses += missed ? 1 : 0;
        }

        Assert.InRange(misses, 0, 20);
    }

    [Fact]
    public void A_wrong_beneficial_is_rare_though_every_observation_is_looked_at()
    {
        var wrong = Enumerable.Range(0, 200).Count(tenant => Watch(new Random(5 + 1_000 * tenant), win: 0.35, tie: 0.2, saving: 0.2, 200) == VerdictOutcome.Beneficial);
        Assert.InRange(wrong, 0, 20);
    }

    [Fact]
    public void Sixty_percent_of_wins_and_twenty_percent_saved_are_beneficial_within_some_hundred_pairs()
    {
        var found = Enumerable.Range(0, 40).Count(tenant => Watch(new Random(7 + 1_000 * tenant), win: 0.5, tie: 0.2, saving: 0.2, 600) == VerdictOutcome.Beneficial);
        Assert.InRange(found, 36, 40);
    }

    [Fact]
    public void Nothing_is_said_of_a_few_pairs()
    {
        var pair = new PathComparison();
        for (var i = 0; i < 5; i++)
        {
            pair.AddQuality(1);
            pair.AddCost(0.5, 1);
        }

        Assert.Equal(VerdictOutcome.NotEnoughData, pair.Outcome);
        Assert.InRange(pair.MorePairs()!.Value, 1, 300);
        Assert.Equal(0.5, pair.Saving.Estimate, 6);
    }

    [Fact]
    public void The_saving_is_that_of_the_sums_and_its_interval_narrows()
    {
        var saving = new SavingSequence(0.05);
        var random = new Random(9);
        for (var i = 0; i < 400; i++)
        {
            var other = 1 + random.NextDouble();
            saving.Add(other * (0.7 + 0.2 * random.NextDouble()), other);
        }

        Assert.InRange(saving.Current.Estimate, 0.19, 0.21);
        Assert.True(saving.Current.Contains(0.2));
        Assert.InRange(saving.Current.Width, 0.001, 0.05);
    }

    [Fact]
    public void Comparisons_count_for_the_route_against_the_default_whichever_answered()
    {
        var tally = new VerdictTally(null, new Dictionary<string, string?> { ["p1"] = "direct" });
        for (var i = 0; i < 60; i++)
        {
            tally.Add(Comparison("direct", "english", 0, 2, 1));
            tally.Add(Comparison("english", "direct", 1, 1, 2));
        }

        var verdict = tally.ToVerdicts().Single(verdict => verdict.Task == "math");
        Assert.Equal(("english", "direct"), (verdict.Route, verdict.Against));
        Assert.Equal((120, 120, 0), (verdict.Judged, verdict.Wins, verdict.Losses));
        Assert.Equal(0.5, verdict.Saving.Estimate, 6);
        Assert.False(verdict.CostIsEstimated);
        Assert.Equal(VerdictOutcome.Beneficial, verdict.Outcome);
        Assert.Equal(0, verdict.MorePairs);
        Assert.Single(tally.ToVerdicts(), all => all.Task.Length == 0);
    }

    [Fact]
    public void Estimated_costs_are_shown_and_decide_nothing()
    {
        var tally = new VerdictTally(null, new Dictionary<string, string?>());
        for (var i = 0; i < 300; i++)
        {
            tally.Add(new StoredRecord
            {
                Tenant = "", Policy = "p1", Mode = "enforce", Origin = "computed", Chosen = "english", Target = "english", Answered = "english", Default = "direct",
                Signals = new StoredSignals { Language = "ja", AnswerLanguage = "ja", Task = "math", TaskEvidence = "none", Register = "plain", ResponseFormat = "text" },
                Attempts = [new StoredAttempt { Route = "english", Outcome = "succeeded" }],
                ActualCost = CostInterval.Exact(1),
                Alternatives = [new StoredAlternative("direct", CostInterval.Of(1, 2, 3))],
            });
        }

        var verdict = tally.ToVerdicts().Single(verdict => verdict.Task == "math");
        Assert.True(verdict.CostIsEstimated);
        Assert.Equal(300, verdict.Priced);
        Assert.Equal(0.5, verdict.Saving.Estimate, 6);
        Assert.Equal(VerdictOutcome.NotEnoughData, verdict.Outcome);
    }

    [Theory]
    [InlineData(1.5, 1, VerdictOutcome.Beneficial)]
    [InlineData(2.5, 1, VerdictOutcome.NotBeneficial)]
    [InlineData(2.5, 2, VerdictOutcome.Beneficial)]
    [InlineData(2, 1, VerdictOutcome.NotEnoughData)]
    public void What_is_too_slow_is_not_beneficial_and_the_terms_say_what_that_is(double slower, double margin, VerdictOutcome expected)
    {
        var pair = new PathComparison(new VerdictTerms { LatencyMargin = margin });
        var random = new Random(13);
        for (var i = 0; i < 400; i++)
        {
            pair.AddQuality(i % 4 == 0 ? 0 : 1);
            pair.AddCost(0.5, 1);
            var other = 1 + random.NextDouble();
            pair.AddTime(other * slower * (0.8 + 0.4 * random.NextDouble()), other);
        }

        Assert.Equal(expected, pair.Outcome);
        Assert.Equal(400, pair.Timed);
        Assert.InRange(pair.TimeDifference.Estimate, 1.4 * (slower - 1), 1.6 * (slower - 1));
        Assert.InRange(pair.TimeDifference.Width, 0.01, 0.5);
        Assert.Equal(expected == VerdictOutcome.NotEnoughData, pair.MorePairs() != 0);
    }

    [Fact]
    public void Few_timed_pairs_leave_the_verdict_open_and_none_leave_it_to_quality_and_cost()
    {
        var (timed, untimed) = (new PathComparison(), new PathComparison());
        foreach (var pair in new[] { timed, untimed })
        {
            for (var i = 0; i < 200; i++)
            {
                pair.AddQuality(1);
                pair.AddCost(0.5, 1);
            }
        }

        timed.AddTime(1, 1);
        Assert.Equal(VerdictOutcome.NotEnoughData, timed.Outcome);
        Assert.True(double.IsInfinity(timed.TimeDifference.Low));
        Assert.Equal(VerdictOutcome.Beneficial, untimed.Outcome);
    }

    private static StoredComparison Comparison(string route, string other, double score, decimal cost, decimal otherCost) => new()
    {
        Id = Guid.NewGuid(), DecisionId = Guid.NewGuid(), Tenant = "", Policy = "p1", Language = "ja", Task = "math", Route = route, Other = other, Score = score,
        Cost = CostInterval.Exact(cost), OtherCost = CostInterval.Exact(otherCost), JudgeCost = CostInterval.Exact(0),
    };

    private static VerdictOutcome Watch(Random random, double win, double tie, double saving, int pairs)
    {
        var pair = new PathComparison();
        for (var i = 0; i < pairs && pair.Outcome == VerdictOutcome.NotEnoughData; i++)
        {
            var lot = random.NextDouble();
            pair.AddQuality(lot < win ? 1 : lot < win + tie ? 0.5 : 0);
            var other = 0.5 + random.NextDouble();
            pair.AddCost(other * (1 - saving) * (0.8 + 0.4 * random.NextDouble()), other);
        }

        return pair.Outcome;
    }
}
