using LanguageRouter.Routes;

namespace LanguageRouter.Scoring;

/// <summary>Answers, without a request, from which token ratio on the translated path is cheaper than the direct one.</summary>
/// <remarks>
/// The closed form leaves out prompt caches, translator instructions and hidden reasoning; a <see cref="RouteBill"/> has them.
/// With P the answering model's prices, p the translator's, i input, o output, k output length over input length and r the tokens
/// of the user's language over those of English: translated pays if and only if
/// <c>r &gt; (p_o + P_i + k P_o + k p_i) / ((P_i + k P_o) - (p_i + k p_o))</c>; where the denominator is not positive, never.
/// </remarks>
public static class TranslationBreakEven
{
    /// <summary>Gets the token ratio above which translation pays.</summary>
    /// <param name="answerer">The answering model's prices; input and output are required.</param>
    /// <param name="translator">The translating model's prices; input and output are required.</param>
    /// <param name="outputToInput">The answer's length over the prompt's, both in English tokens, above 0.</param>
    /// <returns>The ratio r*; <see cref="double.PositiveInfinity"/> where translation never pays.</returns>
    /// <exception cref="ArgumentException">A price is unknown.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputToInput"/> is not above 0.</exception>
    public static double TokenRatio(ModelPrices answerer, ModelPrices translator, double outputToInput)
    {
        var (inputPrice, outputPrice) = Known(answerer, nameof(answerer));
        var (translatorInput, translatorOutput) = Known(translator, nameof(translator));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputToInput);
        var denominator = inputPrice + outputPrice * outputToInput - (translatorInput + translatorOutput * outputToInput);
        return denominator <= 0
            ? double.PositiveInfinity
            : (translatorOutput + inputPrice + outputPrice * outputToInput + translatorInput * outputToInput) / denominator;
    }

    private static (double Input, double Output) Known(ModelPrices prices, string parameter)
    {
        ArgumentNullException.ThrowIfNull(prices, parameter);
        return prices is { Input: { } input, Output: { } output }
            ? ((double)input, (double)output)
            : throw new ArgumentException("The input and the output price are required; a break-even of unknown prices is unknown.", parameter);
    }
}
