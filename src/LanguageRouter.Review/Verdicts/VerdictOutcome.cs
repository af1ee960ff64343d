namespace LanguageRouter.Review.Verdicts;

/// <summary>What is said of a path against another.</summary>
public enum VerdictOutcome
{
    /// <summary>Neither can be said yet.</summary>
    NotEnoughData,

    /// <summary>It is no worse in quality and in cost, better in one of them, and not too slow.</summary>
    Beneficial,

    /// <summary>It is worse in quality or in cost, better in neither, or too slow.</summary>
    NotBeneficial,
}
