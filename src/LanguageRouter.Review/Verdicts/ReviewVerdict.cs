namespace LanguageRouter.Review.Verdicts;

/// <summary>One verdict as the page shows it.</summary>
internal sealed record ReviewVerdict
{
    public required string Tenant { get; init; }

    public required string Language { get; init; }

    public required string Task { get; init; }

    /// <summary>The path or route that is judged.</summary>
    public required string Path { get; init; }

    /// <summary>The one that it is compared with.</summary>
    public required string Against { get; init; }

    /// <summary><c>beneficial</c>, <c>not-beneficial</c> or <c>not-enough-data</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The saving as a share of the other's cost: low, likely, high; null where it is unknown.</summary>
    public (double Low, double Likely, double High)? Saving { get; init; }

    /// <summary>Whether the saving is from measured costs on both sides; otherwise one side is estimated.</summary>
    public bool SavingIsMeasured { get; init; }

    public long Wins { get; init; }

    public long Ties { get; init; }

    public long Losses { get; init; }

    /// <summary>The win rate with ties as halves: low, likely, high; null without a comparison.</summary>
    public (double Low, double Likely, double High)? WinRate { get; init; }

    /// <summary>The difference in time to the whole answer, in seconds; above 0 is slower.</summary>
    public double? LatencySeconds { get; init; }

    /// <summary>How many more comparisons are expected to settle the verdict; null where it is settled or unknown.</summary>
    public long? More { get; init; }

    public bool Simulated { get; init; }
}
