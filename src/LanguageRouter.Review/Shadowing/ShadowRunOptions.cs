namespace LanguageRouter.Review.Shadowing;

/// <summary>What runs of requests on another route, in the background, may cost and how many may wait. Whose requests are run, and how many, is in the tenants' policies (<see cref="LanguageRouter.Learning.LearningOptions.ShadowShare"/>).</summary>
/// <remarks>The alternative costs what its route costs, and the judge comes on top. Nothing of it is on the path of a request.</remarks>
public sealed class ShadowRunOptions
{
    /// <summary>Gets or sets what shadows and judge may spend in a day (UTC), in USD, over all tenants. Default: 1.</summary>
    public decimal DailyCapUsd { get; set; } = 1;

    /// <summary>Gets or sets how many requests wait at most; more are not run. Default: 100.</summary>
    public int QueueCapacity { get; set; } = 100;

    internal IReadOnlyList<string> Mistakes()
    {
        var mistakes = new List<string>();
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
