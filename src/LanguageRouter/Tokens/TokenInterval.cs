namespace LanguageRouter.Tokens;

/// <summary>A number of tokens, exact or as an interval that holds it.</summary>
/// <param name="Low">The smallest possible number of tokens.</param>
/// <param name="Likely">The expected number of tokens.</param>
/// <param name="High">The largest possible number of tokens.</param>
public readonly record struct TokenInterval(int Low, int Likely, int High)
{
    /// <summary>Gets the interval that holds 0 tokens.</summary>
    public static TokenInterval Zero => default;

    /// <summary>Gets a value indicating whether the number is exact.</summary>
    public bool IsExact => Low == High;

    /// <summary>Creates the interval of an exact count.</summary>
    /// <param name="tokens">The count.</param>
    /// <returns>An interval with three equal ends.</returns>
    public static TokenInterval Exact(int tokens) => new(tokens, tokens, tokens);

    /// <summary>Adds two intervals end by end.</summary>
    /// <param name="left">One interval.</param>
    /// <param name="right">The other interval.</param>
    /// <returns>The interval of the sum.</returns>
    public static TokenInterval operator +(TokenInterval left, TokenInterval right) =>
        new(left.Low + right.Low, left.Likely + right.Likely, left.High + right.High);

    /// <summary>Adds two intervals end by end.</summary>
    /// <param name="left">One interval.</param>
    /// <param name="right">The other interval.</param>
    /// <returns>The interval of the sum.</returns>
    public static TokenInterval Add(TokenInterval left, TokenInterval right) => left + right;

    /// <summary>Formats the interval as <c>12</c> or <c>10..12..15</c>.</summary>
    /// <returns>The interval in digits.</returns>
    public override string ToString() =>
        IsExact ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Likely}")
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Low}..{Likely}..{High}");
}
