using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace LanguageRouter.Learning;

/// <summary>What a wording file predicts for one request: points by model, and no text.</summary>
/// <remarks>Immutable. An experiment's two policies may name two files: the request then has a prediction by each, one behind the other.</remarks>
internal sealed class WordingPrediction(WordingPredictor predictor, float[] points, WordingPrediction? next)
{
    // Requests whose predictions differ by less share a remembered decision (judgement: a tenth of the usual error of one answer).
    private const float Step = 2;

    public string Source => predictor.Source;

    /// <summary>The prediction by the file that a policy names; null where the request has none.</summary>
    public WordingPrediction? By(WordingPredictor other) => ReferenceEquals(predictor, other) ? this : next?.By(other);

    /// <summary>The expected difference of two models in points, with its standard error; null where the file does not have both.</summary>
    public (double Points, double Error)? Compare(string model, string reference) => predictor.Compare(points, model, reference);

    /// <summary>The same number for requests whose predictions are alike.</summary>
    public ulong Bucket()
    {
        Span<short> steps = stackalloc short[points.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = (short)Math.Clamp(MathF.Round(points[i] / Step), short.MinValue, short.MaxValue);
        }

        var own = XxHash64.HashToUInt64(MemoryMarshal.AsBytes(steps));
        return next is null ? own : own ^ ulong.RotateLeft(next.Bucket(), 1);
    }
}
