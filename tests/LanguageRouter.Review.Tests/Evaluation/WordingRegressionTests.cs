using System.Globalization;
using LanguageRouter.Learning;
using LanguageRouter.Review.Evaluation;

namespace LanguageRouter.Review.Tests.Evaluation;

public sealed class WordingRegressionTests
{
    private const int Prompts = 60;

    [Fact]
    public void Prompts_that_are_worded_alike_are_predicted_alike()
    {
        var (rows, texts) = Table(noise: 0);
        var table = OutcomeTable.Of(rows, ["a", "b"], _ => null);
        var predicted = CrossValidation.Predict(new WordingLearner(rows, texts), new GainSample(table, "x", "a", "b"), 6, 1);
        Assert.All(Enumerable.Range(0, Prompts), i => Assert.Equal(IsMath(table.Prompts[i]) ? 1 : -1, Math.Sign(predicted[i])));
    }

    [Fact]
    public void Weights_by_pair_predict_what_the_kernel_predicts()
    {
        var (rows, texts) = Table(noise: 0.3);
        var (routes, learnt) = new WordingLearner(rows, texts).Learn("x", [.. texts.Keys.Order(StringComparer.Ordinal)]);
        Assert.Equal(["a", "b", "c", "d"], routes);
        var weights = learnt.Weights([0, 1, 2, 3]);
        foreach (var text in texts.Values.Append("円周率の定義を教えてください。").Append("Nothing of this was ever seen.").Append(""))
        {
            var pairs = WordingPairs.Of(text);
            var kernel = learnt.Predict(pairs);
            for (var route = 0; route < routes.Length; route++)
            {
                Assert.Equal(kernel[route], learnt.Means[route] + pairs.Sum(pair => weights.TryGetValue(pair.Key, out var weight) ? pair.Value * weight[route] : 0), 9);
            }
        }
    }

    [Fact]
    public void What_decisions_read_predicts_what_was_learnt()
    {
        var (rows, texts) = Table(noise: 0.3);
        var file = WordingTraining.Learn(rows, texts, [new("model-a", "a"), new("model-c", "c")], "x");
        var (_, learnt) = new WordingLearner(rows, texts).Learn("x", [.. texts.Keys.Order(StringComparer.Ordinal)]);
        Assert.Equal((Prompts, 4, "ja", "x"), (file.Prompts, file.Pooled, file.Language, file.Judge));
        foreach (var text in texts.Values)
        {
            var kernel = learnt.Predict(WordingPairs.Of(text));
            var pairs = WordingPairs.Of(text).Where(pair => file.Pairs.ContainsKey(pair.Key)).ToArray();
            Assert.Equal(100 * kernel[0], file.Models[0].Points + pairs.Sum(pair => pair.Value * file.Pairs[pair.Key][0]), 6);
            Assert.Equal(100 * kernel[2], file.Models[1].Points + pairs.Sum(pair => pair.Value * file.Pairs[pair.Key][1]), 6);
        }
    }

    [Fact]
    public void A_gain_is_scored_by_the_judge_that_was_not_learnt_from()
    {
        var (rows, texts) = Table(noise: 0.05);
        var file = WordingTraining.Learn([.. rows, .. rows.Select(row => row with { Judge = "y" })], texts, [new("a", "a"), new("b", "b")], "x");
        var gain = Assert.Single(file.Gains);
        Assert.Equal(("a", "b", "y"), (gain.One, gain.Other, gain.ScoredBy));
        Assert.InRange(gain.Low, 5, gain.Estimate);
        Assert.InRange(gain.Estimate, 10, 25);
        Assert.All(file.Models, model => Assert.InRange(model.Explained, 0.5, 1));
        Assert.All(file.Models, model => Assert.InRange(model.Error, 0.01, 10));
    }

    [Fact]
    public void What_is_chance_is_not_learnt()
    {
        var random = new Random(7);
        var (rows, texts) = Table(noise: 0);
        OutcomeRow[] chance = [.. rows.Select(row => row with { Quality = random.NextDouble() })];
        var table = OutcomeTable.Of(chance, ["a", "b"], _ => null);
        Assert.InRange(new ChoiceEvaluation(table, 10, 1).Run("a", "b", new WordingLearner(chance, texts)).Gain.Estimate, -0.1, 0.05);
    }

    [Fact]
    public void A_single_prompt_leaves_no_pair_in_the_file()
    {
        var (rows, texts) = Table(noise: 0.1);
        var secret = texts.Keys.Order(StringComparer.Ordinal).First();
        texts[secret] += "鰐淵様御依頼";
        var file = WordingTraining.Learn(rows, texts, [new("a", "a"), new("b", "b")], "x");
        Assert.DoesNotContain(WordingPairs.Of("鰐淵様御依頼").Keys, file.Pairs.ContainsKey);
    }

    [Fact]
    public void Too_few_prompts_are_named_with_the_fix()
    {
        var (rows, texts) = Table(noise: 0.1);
        var error = Assert.Throws<FormatException>(() => WordingTraining.Learn([.. rows.Where(row => int.Parse(row.Prompt, CultureInfo.InvariantCulture) < 9)], texts, [new("a", "a"), new("b", "b")], "x"));
        Assert.Contains("9 prompts of language 'ja'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Fix:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_of_a_matrix_turn_it_diagonal()
    {
        double[][] matrix = [[4, 1, 0.5], [1, 3, 0.2], [0.5, 0.2, 1]];
        var axes = SymmetricEigen.Axes(matrix);
        for (var p = 0; p < 3; p++)
        {
            for (var q = 0; q < 3; q++)
            {
                var product = Enumerable.Range(0, 3).Sum(i => Enumerable.Range(0, 3).Sum(k => axes[p][i] * matrix[i][k] * axes[q][k]));
                Assert.True(p == q || Math.Abs(product) < 1e-9);
                Assert.Equal(p == q ? 1 : 0, Enumerable.Range(0, 3).Sum(i => axes[p][i] * axes[q][i]), 9);
            }
        }
    }

    // Calculations, which a and c do badly, and haiku, which b and d do badly.
    private static (List<OutcomeRow> Rows, Dictionary<string, string> Texts) Table(double noise)
    {
        var random = new Random(3);
        var rows = new List<OutcomeRow>();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Prompts; i++)
        {
            var id = i.ToString(CultureInfo.InvariantCulture);
            texts[id] = IsMath(id) ? $"次の計算をしてください: {i} + {i}" : $"俳句を詠んでください。季語{i}";
            foreach (var route in (string[])["a", "b", "c", "d"])
            {
                var isGood = IsMath(id) != (route is "a" or "c");
                rows.Add(new OutcomeRow(id, route, "x", Math.Clamp((isGood ? 0.8 : 0.4) + noise * (random.NextDouble() - 0.5), 0, 1), null, 100));
            }
        }

        return (rows, texts);
    }

    private static bool IsMath(string id) => int.Parse(id, CultureInfo.InvariantCulture) % 2 == 0;
}
