namespace LanguageRouter.Policies;

/// <summary>How a candidate policy is tried.</summary>
public enum ExperimentMode
{
    /// <summary>It decides beside the policy in force, off the request's path, and spends nothing; what it would have chosen is recorded.</summary>
    Shadow,

    /// <summary>It decides a share of the conversations; each choice is recorded with its propensity.</summary>
    Share,
}
