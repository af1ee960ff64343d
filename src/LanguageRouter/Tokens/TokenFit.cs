using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Tokens;

/// <summary>The linear fit of one tokenizer: expected tokens per counted feature of a text.</summary>
internal sealed class TokenFit
{
    private readonly float[] _padded = new float[TextProfile.Room];

    /// <summary>Initializes a new instance of the <see cref="TokenFit"/> class.</summary>
    /// <param name="name">The tokenizer or family that was fitted.</param>
    /// <param name="coefficients">Tokens per unit of each <see cref="TextFeature"/>.</param>
    public TokenFit(string name, double[] coefficients)
    {
        Name = name;
        Coefficients = coefficients;
        for (var feature = 0; feature < coefficients.Length; feature++)
        {
            _padded[feature] = (float)coefficients[feature];
        }
    }

    public string Name { get; }

    public double[] Coefficients { get; }

    /// <summary>Gets the expected number of tokens.</summary>
    public double Predict(in TextProfile profile)
    {
        ref var count = ref MemoryMarshal.GetReference(profile.Counted);
        ref var each = ref MemoryMarshal.GetArrayDataReference(_padded);
        var sum = Vector256<float>.Zero;
        for (nuint feature = 0; feature < TextProfile.Room; feature += 8)
        {
            sum += Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref count, feature)) * Vector256.LoadUnsafe(ref each, feature);
        }

        return Vector256.Sum(sum);
    }
}
