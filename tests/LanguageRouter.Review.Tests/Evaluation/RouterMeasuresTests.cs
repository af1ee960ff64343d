using LanguageRouter.Review.Evaluation;

namespace LanguageRouter.Review.Tests.Evaluation;

public sealed class RouterMeasuresTests
{
    [Fact]
    public void Apgr_of_the_straight_line_is_one_half() =>
        Assert.Equal(0.5, RouterMeasures.Apgr([.. Enumerable.Range(0, 101).Select(i => 0.4 + 0.2 * i / 100)], 0.4, 0.6), 9);

    [Fact]
    public void Cpt_is_the_least_share_that_reaches_the_way()
    {
        double[] curve = [0.4, 0.5, 0.55, 0.58, 0.6];
        Assert.Equal(0.25, RouterMeasures.Cpt(curve, 0.4, 0.6, 0.5));
        Assert.Equal(0.75, RouterMeasures.Cpt(curve, 0.4, 0.6, 0.8));
        Assert.Null(RouterMeasures.Cpt(curve, 0.4, 0.6, 1.5));
    }

    [Fact]
    public void Aiq_is_the_area_under_the_hull_and_a_point_below_changes_nothing()
    {
        Assert.Equal(0.75, RouterMeasures.Aiq([(0, 0.5), (1, 1)]), 9);
        Assert.Equal(0.75, RouterMeasures.Aiq([(0, 0.5), (0.5, 0.6), (1, 1)]), 9);
        Assert.Equal(0.875, RouterMeasures.Aiq([(0, 0.5), (0.5, 1), (1, 0.9)]), 9);
    }

    // The leaderboard in the README of github.com/RouteWorks/RouterArena: accuracy, USD per 1,000 queries, score, both in per cent.
    [Theory]
    [InlineData(66.88, 0.15, 66.89)]
    [InlineData(68.09, 0.54, 66.66)]
    [InlineData(66.34, 0.21, 66.12)]
    [InlineData(73.96, 10.02, 64.32)]
    public void The_arena_score_is_that_of_its_leaderboard(double accuracy, double costPerThousand, double score) =>
        Assert.Equal(score, 100 * RouterMeasures.Arena(accuracy / 100, costPerThousand), 0.06);

    [Fact]
    public void The_arena_score_rises_with_quality_and_falls_with_cost()
    {
        Assert.True(RouterMeasures.Arena(0.8, 1) > RouterMeasures.Arena(0.7, 1));
        Assert.True(RouterMeasures.Arena(0.8, 1) > RouterMeasures.Arena(0.8, 10));
        Assert.Equal(0, RouterMeasures.Arena(0.8, 200), 9);
        Assert.Equal(1, RouterMeasures.Arena(1, 0.001), 9);
    }

    [Fact]
    public void A_learnable_gain_is_learnt_and_an_unlearnable_one_is_not_invented()
    {
        var kinds = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "math" : "culture").ToArray();
        var random = new Random(4);
        var rows = kinds.SelectMany((kind, i) => (OutcomeRow[])[
            Row(i, "a", "x", kind == "math" ? 0.9 : 0.3), Row(i, "b", "x", 0.6), Row(i, "a", "y", kind == "math" ? 0.8 : 0.4), Row(i, "b", "y", 0.6 + 0.1 * (random.NextDouble() - 0.5))]).ToArray();
        var table = OutcomeTable.Of(rows, ["a", "b"], _ => null);
        var byPrompt = table.Prompts.Select(prompt => kinds[int.Parse(prompt, System.Globalization.CultureInfo.InvariantCulture)]).ToArray();
        var learnt = new ChoiceEvaluation(table, 10, 1).Run("a", "b", new TaskKindGain(byPrompt));
        Assert.InRange(learnt.Gain.Estimate, 0.1, 0.16);
        Assert.InRange(learnt.AboveLine.Low, 0.02, 0.2);
        Assert.InRange(learnt.Regret, -1e-9, 0.01);
        var blind = new ChoiceEvaluation(table, 10, 1).Run("a", "b", new TaskKindGain([.. byPrompt.Select(_ => "unknown")]));
        Assert.InRange(blind.Gain.Estimate, -0.03, 0.01);
    }

    [Theory]
    [InlineData("""{"id":"1","route":"a","quality":2}""", "the quality is 2")]
    [InlineData("""{"route":"a","quality":1}""", "'id'")]
    [InlineData("nonsense", "this is not JSON")]
    public void A_line_that_is_no_outcome_is_named(string line, string message)
    {
        var error = Assert.Throws<FormatException>(() => OutcomeReader.Read(new StringReader("\n" + line), "table.jsonl", "j").ToList());
        Assert.Contains("table.jsonl, line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static OutcomeRow Row(int prompt, string route, string judge, double quality) =>
        new(prompt.ToString(System.Globalization.CultureInfo.InvariantCulture), route, judge, quality, route == "a" ? 2 : 1, 100);
}
