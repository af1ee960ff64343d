using System.Globalization;
using System.Text;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Languages;

namespace LanguageRouter.Evaluation.Languages;

/// <summary>Fits the weights that tell instruction from material on the development wordings, each fold leaving a fifth of the wordings out, and prints them as code.</summary>
internal static class FitInstructionsCommand
{
    private const int Folds = 5;
    private const double Decay = 3;

    /// <summary>Turns that are written once weigh as much as a wording around five passages.</summary>
    private const double AloneWeight = 5;

    /// <summary>Material that asks is rarer than the sets have it. A judgement.</summary>
    private const double QuestionWeight = 0.8;

    /// <summary>Names, titles and greetings above a passage without a request are rarer still. A judgement.</summary>
    private const double EdgeWeight = 0.3;

    public static int Run(EvaluationOptions options)
    {
        var errors = options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : 0;
        var filter = options.Rest.Count > 1 ? options.Rest[1] : "";
        var rows = Rows(options);
        var odds = new double[rows.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. rows.Where(row => row.Fold != fold)]);
            for (var i = 0; i < rows.Count; i++)
            {
                odds[i] = rows[i].Fold == fold ? Dot(weights, rows[i].Features) : odds[i];
            }
        }

        Console.WriteLine($"{"set, wording left out",-44}{"n",6}{"both",7}{"right %",9}");
        foreach (var group in rows.Select((row, i) => (Row: row, Odds: odds[i])).GroupBy(pair => (pair.Row.Case.Set, pair.Row.Case.Expected)))
        {
            var right = group.Where(pair => pair.Row.HasBoth ? pair.Odds > 0 == pair.Row.IsEnglish : pair.Row.Detected).Count();
            Console.WriteLine($"{group.Key.Set,-41}{group.Key.Expected,-3}{group.Count(),6}{group.Count(pair => pair.Row.HasBoth),7}{100.0 * right / group.Count(),9:F2}");
            foreach (var (row, z) in group.Where(pair => (pair.Row.HasBoth ? pair.Odds > 0 != pair.Row.IsEnglish : !pair.Row.Detected) && pair.Row.Case.Set.Contains(filter, StringComparison.Ordinal)).Take(errors))
            {
                Console.WriteLine($"    {(row.HasBoth ? z.ToString("F1", CultureInfo.InvariantCulture) : string.Join(' ', LanguageDetector.Default.Spans(row.Case.Text).Select(span => span.Language.Tag)))} <- {row.Case.Text.ReplaceLineEndings("\\n")}");
            }
        }

        Print(Fit(rows));
        return 0;
    }

    private static List<Row> Rows(EvaluationOptions options)
    {
        var rows = new List<Row>();
        IEnumerable<InstructionCase> cases = [.. InstructionSets.Development(options), .. BuiltSets.All(options).Where((item, i) => i % 3 == 0 && item.Expected is "en" or "ja").Select(item => new InstructionCase(item.Set, item.Expected, item.Text, item.Text + " "))];
        foreach (var item in cases)
        {
            var features = new float[InstructionSide.Features];
            var both = LanguageDetector.Default.TryReadSides(item.Text, features);
            rows.Add(new Row(item, features, both, item.Expected == "en", both || LanguageDetector.Default.Detect(item.Text).Tag == item.Expected, Fold(item.Wording)));
        }

        return rows;
    }

    private static int Fold(string wording)
    {
        var hash = 17u;
        foreach (var c in wording)
        {
            hash = (hash * 31) + c;
        }

        return (int)(hash % Folds);
    }

    // Newton's method; both languages weigh the same in sum.
    private static double[] Fit(List<Row> rows)
    {
        rows = [.. rows.Where(row => row.HasBoth)];
        var size = InstructionSide.Features;
        var weights = new double[size];
        var english = rows.Count(row => row.IsEnglish);
        for (var step = 0; step < 25; step++)
        {
            var gradient = new double[size];
            var hessian = new double[size, size];
            foreach (var row in rows)
            {
                var p = 1 / (1 + Math.Exp(-Dot(weights, row.Features)));
                var balance = Weight(row.Case) * 0.5 * rows.Count / (row.IsEnglish ? english : rows.Count - english);
                var slope = balance * ((row.IsEnglish ? 1 : 0) - p);
                var curve = balance * Math.Max(1e-4, p * (1 - p));
                for (var i = 0; i < size; i++)
                {
                    if (row.Features[i] == 0)
                    {
                        continue;
                    }

                    gradient[i] += slope * row.Features[i];
                    for (var j = 0; j < size; j++)
                    {
                        hessian[i, j] += curve * row.Features[i] * row.Features[j];
                    }
                }
            }

            for (var i = 0; i < size; i++)
            {
                var decay = i == 0 ? 0.01 : Decay;
                gradient[i] -= decay * weights[i];
                hessian[i, i] += decay;
            }

            var change = Solve(hessian, gradient);
            for (var i = 0; i < size; i++)
            {
                weights[i] += change[i];
            }

            if (change.Max(Math.Abs) < 1e-6)
            {
                break;
            }
        }

        return weights;
    }

    private static double Weight(InstructionCase item) => item.IsAlone ? AloneWeight
        : item.Set.Contains("question as material", StringComparison.Ordinal) ? QuestionWeight
        : item.Set.Contains("Latin edge, more", StringComparison.Ordinal) ? EdgeWeight : 1;

    private static double[] Solve(double[,] matrix, double[] vector)
    {
        var size = vector.Length;
        var result = (double[])vector.Clone();
        for (var column = 0; column < size; column++)
        {
            for (var row = column + 1; row < size; row++)
            {
                var factor = matrix[row, column] / matrix[column, column];
                for (var k = column; k < size; k++)
                {
                    matrix[row, k] -= factor * matrix[column, k];
                }

                result[row] -= factor * result[column];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < size; k++)
            {
                result[row] -= matrix[row, k] * result[k];
            }

            result[row] /= matrix[row, row];
        }

        return result;
    }

    private static double Dot(double[] weights, float[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return sum;
    }

    private static void Print(double[] weights)
    {
        var lines = new StringBuilder();
        foreach (var feature in Enum.GetValues<SideFeature>())
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"        {weights[(int)feature]:F3}f, // {feature}");
        }

        Console.WriteLine(lines);
    }

    private sealed record Row(InstructionCase Case, float[] Features, bool HasBoth, bool IsEnglish, bool Detected, int Fold);
}
