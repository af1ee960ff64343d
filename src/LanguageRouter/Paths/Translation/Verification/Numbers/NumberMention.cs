namespace LanguageRouter.Paths.Translation.Verification.Numbers;

/// <summary>A number that a text mentions.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Strong">Whether a translation must have it: it is written in digits and is not 0 or 1.</param>
/// <param name="Other">A second value by which it may be rendered (a share of a percentage, a year of an era); NaN where there is none.</param>
internal readonly record struct NumberMention(double Value, bool Strong, double Other = double.NaN)
{
    /// <summary>Whether two mentions can stand for each other.</summary>
    public bool Matches(in NumberMention other) =>
        Same(Value, other.Value) || Same(Other, other.Value) || Same(Value, other.Other) || Same(Other, other.Other);

    // NaN is like nothing.
    private static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1e-3, Math.Abs(a));
}
