using System.Runtime.Intrinsics;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Fits the multinomial logistic regression: stochastic gradients with steps of their own for each weight, shrinking weights, a seeded order, the mean of the weights after the later epochs.</summary>
internal sealed class TaskTrainer(uint[] keys, int epochs, int fits)
{
    private const int Kinds = TaskModel.Kinds;

    // Chosen by leaving out one author at a time.
    private const float KeptRuns = 0.6f;
    private const float KeptPhrases = 0.3f;
    private const float KeptPhrasesOfOthers = 0.6f;
    private const float Step = 0.4f;
    private const float Shrink = 1e-4f;
    private const int Averaged = 8;

    // The rows of the shapes follow those of the runs; sixteen weights are one vector.
    private readonly Vector512<float>[] _weights = new Vector512<float>[keys.Length + TaskShape.Count];
    private readonly Vector512<float>[] _squares = new Vector512<float>[keys.Length + TaskShape.Count];

    private float _runScale = 1;
    private float _shapeScale = 1;

    /// <summary>Fits the weights several times, each in another order, and keeps their mean.</summary>
    public void Fit(IReadOnlyList<TaskSample> samples)
    {
        var sums = new Vector512<float>[_weights.Length];
        for (var fit = 0; fit < fits; fit++)
        {
            _weights.AsSpan().Clear();
            _squares.AsSpan().Clear();
            FitOnce(samples, new Random(20261126 + fit), sums);
        }

        for (var i = 0; i < sums.Length; i++)
        {
            _weights[i] = sums[i] / (fits * Averaged);
        }
    }

    private void FitOnce(IReadOnlyList<TaskSample> samples, Random random, Vector512<float>[] sums)
    {
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var rows = new int[samples.Max(sample => sample.Runs.Length)];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                // Some runs are hidden from each step, so that no single one decides alone.
                var sample = samples[i];
                var kept = 0;
                foreach (var row in sample.Runs)
                {
                    rows[kept] = row;
                    kept += random.NextSingle() < KeptRuns ? 1 : 0;
                }

                // So is what the phrases show: they were written by the author of the frames, and are right there more often than elsewhere.
                var shows = random.NextSingle() < (sample.Author is null ? KeptPhrases : KeptPhrasesOfOthers);
                Learn(sample, shows ? sample.Shapes : sample.ShapesWithoutPhrase, rows.AsSpan(0, kept));
            }

            for (var i = 0; epoch >= epochs - Averaged && i < sums.Length; i++)
            {
                sums[i] += _weights[i];
            }
        }
    }

    /// <summary>Scores of the kinds against unknown.</summary>
    public void Score(TaskSample sample, Span<float> scores) => Score(sample.Runs, sample.Shapes).CopyTo(scores);

    /// <summary>How much each run says, over all kinds.</summary>
    public float[] Sizes() => [.. _weights.Take(keys.Length).Select(weights => MathF.Sqrt(Vector512.Dot(weights, weights)))];

    /// <summary>Rounds the weights to what the table holds, so that what is evaluated is what ships.</summary>
    /// <returns>The table.</returns>
    public byte[] Round()
    {
        ChooseScales();
        var roots = new sbyte[keys.Length * Kinds];
        var shapes = new sbyte[TaskShape.Count * Kinds];
        for (var i = 0; i < _weights.Length; i++)
        {
            var (steps, bytes, at) = i < keys.Length ? (Roots(_weights[i], _runScale), roots, i) : (Vector512.Round(_weights[i] / _shapeScale), shapes, i - keys.Length);
            for (var k = 0; k < Kinds; k++)
            {
                bytes[(at * Kinds) + k] = (sbyte)steps[k];
            }

            _weights[i] = i < keys.Length ? steps * Vector512.Abs(steps) * _runScale : steps * _shapeScale;
        }

        return TaskModel.Write(_runScale, _shapeScale, shapes, keys, roots);
    }

    // A weight is the square of a whole number up to seven, with its sign: the steps are small where the weights are dense. The few largest are cut.
    private static Vector512<float> Roots(Vector512<float> weights, float scale) =>
        Vector512.CopySign(Vector512.Min(Vector512.Round(Vector512.Sqrt(Vector512.Abs(weights) / scale)), Vector512.Create((float)TaskModel.Highest)), weights);

    private void ChooseScales()
    {
        _runScale = Scale(_weights.AsSpan(0, keys.Length), 0.9999f, TaskModel.Highest * TaskModel.Highest);
        _shapeScale = Scale(_weights.AsSpan(keys.Length), 1, sbyte.MaxValue);
    }

    // What a step is worth where the largest weight has so many.
    private static float Scale(ReadOnlySpan<Vector512<float>> rows, float quantile, int steps)
    {
        var values = new float[rows.Length * Kinds];
        for (var i = 0; i < rows.Length; i++)
        {
            Vector512.Abs(rows[i]).CopyTo(values, i * Kinds);
        }

        values.AsSpan().Sort();
        return Math.Max(1e-6f, values[Math.Min(values.Length - 1, (int)(values.Length * quantile))]) / steps;
    }

    private Vector512<float> Score(ReadOnlySpan<int> runs, ReadOnlySpan<int> shapes)
    {
        var sum = Vector512<float>.Zero;
        foreach (var row in runs)
        {
            sum += _weights[row];
        }

        sum *= TaskModel.RunWeight(runs.Length);
        foreach (var row in shapes)
        {
            sum += _weights[keys.Length + row];
        }

        return sum;
    }

    private void Learn(TaskSample sample, int[] shapes, ReadOnlySpan<int> runs)
    {
        var scores = Score(runs, shapes);
        var max = 0f;
        for (var k = 0; k < Kinds; k++)
        {
            max = Math.Max(max, scores[k]);
        }

        var probabilities = Vector512.Exp(scores - Vector512.Create(max));
        probabilities /= Vector512.Sum(probabilities) + MathF.Exp(-max);

        // Where only the kinds are known that a text is not, the others keep their proportions.
        var target = sample.NotAboutWording
            ? Vector512.AndNot(probabilities, Wording) / (1 - Math.Min(0.999f, Vector512.Sum(probabilities & Wording)))
            : sample.Kind is TaskKind.Unknown ? Vector512<float>.Zero : Vector512<float>.Zero.WithElement((int)sample.Kind - 1, 1);
        var gradient = (probabilities - target) * sample.Weight;
        var forRuns = gradient * TaskModel.RunWeight(runs.Length);
        foreach (var row in runs)
        {
            Update(row, forRuns);
        }

        foreach (var row in shapes)
        {
            Update(keys.Length + row, gradient);
        }
    }

    // All bits set at the kinds that are requests about wording.
    private static readonly Vector512<float> Wording = Mask(TaskKind.Translation, TaskKind.Rewriting, TaskKind.Wordplay);

    private static Vector512<float> Mask(params ReadOnlySpan<TaskKind> kinds)
    {
        var mask = Vector512<float>.Zero;
        foreach (var kind in kinds)
        {
            mask = mask.WithElement((int)kind - 1, BitConverter.Int32BitsToSingle(-1));
        }

        return mask;
    }

    private void Update(int row, Vector512<float> gradient)
    {
        ref var weights = ref _weights[row];
        gradient += weights * Shrink;
        var squares = _squares[row] + (gradient * gradient);
        _squares[row] = squares;
        weights -= gradient * Step / (Vector512.Sqrt(squares) + Vector512.Create(1e-4f));
    }
}
