namespace LanguageRouter.Tokens;

/// <summary>The expected tokens of a translation per feature of its source, and how far truth lay from that.</summary>
/// <param name="Coefficients">Tokens per unit of a feature.</param>
/// <param name="Spread">For predictions under a size, the 5 % and 95 % quantiles of true by predicted tokens.</param>
internal sealed record TranslationFit((TextFeature Feature, double Tokens)[] Coefficients, (int Under, double Low, double High)[] Spread)
{
    public TokenInterval Predict(in TextProfile source)
    {
        var tokens = 0.0;
        foreach (var (feature, each) in Coefficients)
        {
            tokens += each * source[feature];
        }

        if (source.Length == 0)
        {
            return TokenInterval.Zero;
        }

        tokens = Math.Max(1, tokens);
        foreach (var (under, low, high) in Spread)
        {
            if (tokens < under)
            {
                return new TokenInterval((int)Math.Floor(tokens * low), (int)Math.Round(tokens), (int)Math.Ceiling(tokens * high));
            }
        }

        throw new InvalidOperationException("The last size of a fit has no end.");
    }
}
