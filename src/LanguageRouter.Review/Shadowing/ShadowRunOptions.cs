namespace LanguageRouter.Review.Shadowing;

/// <summary>How many requests are run once more on another route, in the background, to compare the answers.</summary>
/// <remarks>The alternative costs what its route costs, and the judge comes on top. Nothing of it is on the path of a request.</remarks>
public sealed class ShadowRunOptions
{
    /// <summary>Gets or sets the share of the requests that are run once more, 0 to 1. Default: 0, none.</summary>
    public double Share { get; set; }

    /// <summary>Gets or sets the tenants whose requests may be run once more; their text goes to the models of the other route and of the judge. Default: none; * is every tenant.</summary>
    public IList<string> Tenants { get; set; } = [];

    /// <summary>Gets or sets what shadows and judge may spend in a day (UTC), in USD. Default: 1.</summary>
    public decimal DailyCapUsd { get; set; } = 1;

    /// <summary>Gets or sets how many requests wait at most; more are not run. Default: 100.</summary>
    public int QueueCapacity { get; set; } = 100;

    internal IReadOnlyList<string> Mistakes()
    {
        var mistakes = new List<string>();
        if (Share is not (>= 0 and <= 1))
        {
            mistakes.Add(FormattableString.Invariant($"ShadowRuns:Share is {Share}. Fix: set 0 to 1."));
        }

        if (DailyCapUsd < 0)
        {
            mistakes.Add(FormattableString.Invariant($"ShadowRuns:DailyCapUsd is {DailyCapUsd}. Fix: set 0 or more."));
        }

        if (QueueCapacity < 1)
        {
            mistakes.Add($"ShadowRuns:QueueCapacity is {QueueCapacity}. Fix: set 1 or more.");
        }

        return mistakes;
    }
}
