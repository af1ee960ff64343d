using System.Collections.Frozen;
using System.Globalization;
using System.IO.Hashing;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace LanguageRouter.Learning;

/// <summary>Predicts how good the models of a <see cref="WordingFile"/> are for a request: one look-up for each pair of characters.</summary>
/// <remarks>Immutable and safe for concurrent use. Nothing of the text is kept.</remarks>
internal sealed class WordingPredictor
{
    private static readonly int Lanes = Vector128<float>.Count;

    private readonly FrozenDictionary<string, int> _models;
    private readonly string _language;
    private readonly float[] _means;
    private readonly double[] _errors;

    // A key in the upper half and its row, from 1, in the lower; 0 where there is none. At most a quarter is taken.
    private readonly ulong[] _slots;
    private readonly float[] _rows;
    private readonly int _stride;

    public WordingPredictor(WordingFile file)
    {
        _models = file.Models.Select((model, i) => KeyValuePair.Create(model.Name, i)).ToFrozenDictionary(StringComparer.Ordinal);
        _language = file.Language;
        _means = [.. file.Models.Select(model => (float)model.Points)];
        _errors = [.. file.Models.Select(model => model.Error)];
        _stride = (_means.Length + Lanes - 1) / Lanes * Lanes;
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 4 * file.Pairs.Count))];
        _rows = new float[_stride * file.Pairs.Count];
        var row = 0;
        foreach (var (key, weights) in file.Pairs)
        {
            for (var i = 0; i < weights.Count; i++)
            {
                _rows[row * _stride + i] = (float)weights[i];
            }

            var slot = key & (uint)(_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (uint)(_slots.Length - 1);
            }

            _slots[slot] = ((ulong)key << 32) | (uint)++row;
        }

        Source = string.Create(CultureInfo.InvariantCulture, $"predicted by wording, {file.Prompts} items judged by {file.Judge}");
        Version = Convert.ToHexStringLower(XxHash64.Hash(Encoding.UTF8.GetBytes(file.Write())));
    }

    /// <summary>Where predictions come from, for people.</summary>
    public string Source { get; }

    /// <summary>Tells two files apart by what they say.</summary>
    public string Version { get; }

    public IEnumerable<string> Models => _models.Keys;

    /// <summary>Predicts the quality of every model.</summary>
    /// <param name="text">The instruction, as <see cref="WordingPairs"/> folds it.</param>
    /// <param name="language">The BCP 47 tag of the request's language.</param>
    /// <param name="answerLanguage">The BCP 47 tag of the answer's language.</param>
    /// <param name="next">Another prediction of the same request, by another file.</param>
    /// <returns>The prediction; <paramref name="next"/> where the file is of another language.</returns>
    [SkipLocalsInit]
    public WordingPrediction? Predict(ReadOnlySpan<char> text, string language, string answerLanguage, WordingPrediction? next = null)
    {
        if (language != _language || answerLanguage != _language)
        {
            return next;
        }

        var points = new float[_stride];
        var mask = (uint)(_slots.Length - 1);
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        for (var i = 1; i < text.Length; i++)
        {
            var key = WordingPairs.Key(text[i - 1], text[i]);
            for (var slot = key & mask; Unsafe.Add(ref slots, slot) is var found and not 0; slot = (slot + 1) & mask)
            {
                if ((uint)(found >> 32) == key)
                {
                    Add(points, (int)(uint)found - 1);
                    break;
                }
            }
        }

        var unit = (float)WordingPairs.Unit(text);
        for (var i = 0; i < _means.Length; i++)
        {
            points[i] = _means[i] + unit * points[i];
        }

        return new WordingPrediction(this, points, next);
    }

    /// <summary>The expected difference of two models in points, with its standard error; null where the file does not have both.</summary>
    public (double Points, double Error)? Compare(ReadOnlySpan<float> points, string model, string reference) =>
        _models.TryGetValue(model, out var own) && _models.TryGetValue(reference, out var other)
            ? (points[own] - points[other], Math.Sqrt(_errors[own] * _errors[own] + _errors[other] * _errors[other]))
            : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(float[] points, int row)
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(points);
        ref var weights = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), row * _stride);
        for (var i = 0; i < _stride; i += Lanes)
        {
            (Vector128.LoadUnsafe(ref sums, (nuint)i) + Vector128.LoadUnsafe(ref weights, (nuint)i)).StoreUnsafe(ref sums, (nuint)i);
        }
    }
}
