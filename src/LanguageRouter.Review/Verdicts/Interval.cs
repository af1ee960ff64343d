namespace LanguageRouter.Review.Verdicts;

/// <summary>Represents an estimate with the interval that holds it.</summary>
/// <param name="Low">The low end.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="High">The high end.</param>
public readonly record struct Interval(double Low, double Estimate, double High)
{
    /// <summary>Gets the width.</summary>
    public double Width => High - Low;

    /// <summary>Tells whether a value lies within the interval.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it does.</returns>
    public bool Contains(double value) => Low <= value && value <= High;
}
