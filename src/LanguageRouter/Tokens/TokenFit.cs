namespace LanguageRouter.Tokens;

/// <summary>The linear fit of one tokenizer: expected tokens per counted feature of a text.</summary>
/// <param name="Name">The tokenizer or family that was fitted.</param>
/// <param name="Coefficients">Tokens per unit of each <see cref="TextFeature"/>.</param>
internal sealed record TokenFit(string Name, double[] Coefficients)
{
    /// <summary>Gets the expected number of tokens.</summary>
    public double Predict(in TextProfile profile)
    {
        var tokens = 0.0;
        for (var feature = 0; feature < Coefficients.Length; feature++)
        {
            tokens += Coefficients[feature] * profile[(TextFeature)feature];
        }

        return tokens;
    }
}
