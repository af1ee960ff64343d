using CsCheck;
using LanguageRouter.Learning;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Tests.Learning;

public sealed class LearntQualityTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly QualityEstimate Prior = new(8, 2, QualityEvidence.Published, "a table");

    private static readonly Gen<QualityObservation> AnyObservation =
        from route in Gen.Int[0, 2].Select(i => ((string[])["a", "b", "c"])[i])
        from against in Gen.Int[0, 2].Select(i => ((string?[])["d", "e", null])[i])
        from score in Gen.Int[0, 4].Select(quarters => quarters / 4.0)
        from hours in Gen.Int[0, 5_000]
        select new QualityObservation { Tenant = "acme", Route = route, Against = against, Task = TaskKind.Math, Language = "ja", Score = score, Time = Day.AddHours(hours) };

    [Fact]
    public void Without_observations_the_prior_stands()
    {
        var learner = new QualityLearner();
        learner.Observe(Compared("english", "direct", 1) with { Task = TaskKind.Code });
        Assert.Equal(Prior, Estimate(learner));
        Assert.Null(learner.Of("other"));
    }

    [Fact]
    public void The_prior_weighs_twenty_observations()
    {
        var learner = new QualityLearner();
        for (var i = 0; i < 20; i++)
        {
            learner.Observe(Compared("english", "direct", i % 4 == 0 ? 0 : 1));
        }

        // 15 wins and 5 losses are +50 points; half of that and half of the prior's 8 make 29.
        var estimate = Estimate(learner);
        Assert.Equal(29, estimate.Points, 6);
        Assert.Equal(QualityEvidence.Measured, estimate.Evidence);
        Assert.Equal(20, estimate.Observations, 6);
        Assert.InRange(estimate.LowPoints, 0, 25);
    }

    [Fact]
    public void A_comparison_counts_the_same_whichever_route_it_names_first()
    {
        var (one, other) = (new QualityLearner(), new QualityLearner());
        one.Observe(Compared("english", "direct", 0.75));
        other.Observe(Compared("direct", "english", 0.25));
        Assert.Equal(Estimate(one), Estimate(other));
    }

    [Fact]
    public void Scores_of_both_routes_count_by_their_difference()
    {
        var learner = new QualityLearner();
        for (var i = 0; i < 40; i++)
        {
            learner.Observe(Compared("english", null, i % 10 == 0 ? 0 : 1));
        }

        Assert.Equal(Prior, Estimate(learner));
        for (var i = 0; i < 40; i++)
        {
            learner.Observe(Compared("direct", null, i % 2));
        }

        var estimate = Estimate(learner);
        Assert.Equal(20, estimate.Observations, 6);
        Assert.Equal((8 + 40) / 2.0, estimate.Points, 6);
    }

    [Fact]
    public void Observations_fade_and_the_prior_comes_back()
    {
        var learner = new QualityLearner(TimeSpan.FromDays(10));
        learner.Observe(Compared("english", "direct", 1));
        Assert.Equal(1, Estimate(learner).Observations, 6);
        Assert.Equal(0.25, Estimate(learner, Day.AddDays(20)).Observations, 6);
        Assert.Equal(Prior.Points, Estimate(learner, Day.AddDays(400)).Points, 3);
    }

    [Fact]
    public void The_order_of_observations_does_not_matter_and_what_is_taken_back_is_gone() =>
        AnyObservation.Array[1, 30].Sample(observations =>
        {
            var (there, back, rest) = (new QualityLearner(), new QualityLearner(), new QualityLearner());
            foreach (var observation in observations)
            {
                there.Observe(observation);
            }

            foreach (var observation in observations.Reverse())
            {
                back.Observe(observation);
            }

            var (first, second) = (there.Of("acme")!, back.Of("acme")!);
            var end = Day.AddHours(6_000);
            foreach (var (cell, sum) in first.Cells)
            {
                var other = second.Cells[cell];
                Assert.Equal(sum.At(end, first.HalfLife).Weight, other.At(end, first.HalfLife).Weight, 9);
                Assert.Equal(sum.At(end, first.HalfLife).Sum, other.At(end, first.HalfLife).Sum, 7);
            }

            foreach (var observation in observations)
            {
                there.Retract(observation);
            }

            Assert.DoesNotContain(there.Of("acme")!.Cells, pair => pair.Value.Weight > 1e-6);
        });

    [Fact]
    public void An_exported_state_gives_the_same_estimates() =>
        AnyObservation.Array[1, 30].Sample(observations =>
        {
            var learner = new QualityLearner();
            foreach (var observation in observations)
            {
                learner.Observe(observation);
            }

            var other = new QualityLearner();
            other.Import(learner.Export());
            Assert.Equal(learner.Export(), other.Export());
            foreach (var route in (string[])["a", "b", "c"])
            {
                Assert.Equal(
                    learner.Of("acme")!.Estimate(route, "d", TaskKind.Math, "ja", Prior, Day.AddDays(300)),
                    other.Of("acme")!.Estimate(route, "d", TaskKind.Math, "ja", Prior, Day.AddDays(300)));
            }

            Assert.True(other.Reset("acme"));
            Assert.Null(other.Of("acme"));
        });

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"version":2,"halfLifeDays":30,"cells":[]}""")]
    public void What_was_not_exported_is_not_imported(string json) => Assert.Throws<FormatException>(() => new QualityLearner().Import(json));

    [Fact]
    public void A_score_out_of_range_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new QualityLearner().Observe(Compared("english", "direct", 1.5)));
        Assert.Contains("1.5", error.Message, StringComparison.Ordinal);
    }

    private static QualityObservation Compared(string route, string? against, double score) =>
        new() { Tenant = "acme", Route = route, Against = against, Task = TaskKind.Math, Language = "ja", Score = score, Time = Day };

    private static QualityEstimate Estimate(QualityLearner learner, DateTimeOffset? at = null) =>
        learner.Of("acme")!.Estimate("english", "direct", TaskKind.Math, "ja", Prior, at ?? Day);
}
