using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Fits the multinomial logistic regression: stochastic gradients with steps of their own for each weight, shrinking weights, a seeded order.</summary>
internal sealed class TaskTrainer(uint[] keys, int epochs, float step, float shrink, float keep)
{
    private const int Kinds = TaskModel.Kinds;

    // The rows of the shapes follow those of the runs.
    private readonly float[] _weights = new float[(keys.Length + TaskShape.Count) * Kinds];
    private readonly float[] _squares = new float[(keys.Length + TaskShape.Count) * Kinds];

    public void Fit(IReadOnlyList<TaskSample> samples)
    {
        var random = new Random(20261126);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                // Some runs are hidden from each step, so that no single one decides alone.
                var kept = samples[i].Runs.Where(_ => random.NextSingle() < keep).ToArray();
                Learn(samples[i] with { Runs = kept });
            }
        }
    }

    /// <summary>Scores of the kinds against unknown.</summary>
    public void Score(TaskSample sample, Span<float> scores)
    {
        scores.Clear();
        var runWeight = TaskModel.RunWeight(sample.Runs.Length);
        foreach (var row in sample.Runs)
        {
            var weights = _weights.AsSpan(row * Kinds, Kinds);
            for (var k = 0; k < Kinds; k++)
            {
                scores[k] += weights[k] * runWeight;
            }
        }

        foreach (var row in sample.Shapes)
        {
            Add(_weights.AsSpan((keys.Length + row) * Kinds, Kinds), scores);
        }
    }

    /// <summary>The table as it is shipped.</summary>
    public byte[] Table()
    {
        var (runs, shapes) = (new sbyte[keys.Length * Kinds], new sbyte[TaskShape.Count * Kinds]);
        var runScale = Quantise(_weights.AsSpan(0, runs.Length), runs, 0.9995f);
        var shapeScale = Quantise(_weights.AsSpan(runs.Length), shapes, 1);
        return TaskModel.Write(runScale, shapeScale, shapes, keys, runs);
    }

    private static void Add(ReadOnlySpan<float> weights, Span<float> scores)
    {
        for (var k = 0; k < Kinds; k++)
        {
            scores[k] += weights[k];
        }
    }

    // The few largest weights are cut, so that the many small ones keep their steps.
    private static float Quantise(ReadOnlySpan<float> values, Span<sbyte> bytes, float quantile)
    {
        var sizes = values.ToArray().Select(MathF.Abs).Order().ToArray();
        var limit = Math.Max(1e-6f, sizes[Math.Min(sizes.Length - 1, (int)(sizes.Length * quantile))]);
        for (var i = 0; i < values.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(Math.Clamp(values[i] / limit, -1, 1) * 127);
        }

        return limit / 127;
    }

    private void Learn(TaskSample sample)
    {
        Span<float> gradient = stackalloc float[Kinds];
        Score(sample, gradient);
        var max = 0f;
        foreach (var score in gradient)
        {
            max = Math.Max(max, score);
        }

        var total = MathF.Exp(-max);
        for (var k = 0; k < Kinds; k++)
        {
            total += gradient[k] = MathF.Exp(gradient[k] - max);
        }

        // Where only the kinds are known that a text is not, the others keep their proportions.
        var allowed = sample.NotAboutWording ? 1 - Wording.Sum(gradient, total) : 0;
        for (var k = 0; k < Kinds; k++)
        {
            var probability = gradient[k] / total;
            var target = sample.NotAboutWording ? Wording.Contains(k) ? 0 : probability / allowed : (int)sample.Kind == k + 1 ? 1 : 0;
            gradient[k] = (probability - target) * sample.Weight;
        }

        var runWeight = TaskModel.RunWeight(sample.Runs.Length);
        foreach (var row in sample.Runs)
        {
            Update(row, gradient, runWeight);
        }

        foreach (var row in sample.Shapes)
        {
            Update(keys.Length + row, gradient, 1);
        }
    }

    private static class Wording
    {
        public static bool Contains(int index) => (TaskKind)(index + 1) is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay;

        public static float Sum(ReadOnlySpan<float> values, float total)
        {
            var sum = 0f;
            for (var k = 0; k < values.Length; k++)
            {
                sum += Contains(k) ? values[k] / total : 0;
            }

            return Math.Min(sum, 0.999f);
        }
    }

    private void Update(int row, ReadOnlySpan<float> gradient, float value)
    {
        var weights = _weights.AsSpan(row * Kinds, Kinds);
        var squares = _squares.AsSpan(row * Kinds, Kinds);
        for (var k = 0; k < Kinds; k++)
        {
            var g = (gradient[k] * value) + (shrink * weights[k]);
            squares[k] += g * g;
            weights[k] -= step * g / (MathF.Sqrt(squares[k]) + 1e-4f);
        }
    }
}
