namespace LanguageRouter.Scoring;

/// <summary>How a route stands in a decision.</summary>
public enum RouteStanding
{
    /// <summary>It was chosen.</summary>
    Chosen,

    /// <summary>It was eligible, and another was better.</summary>
    Scored,

    /// <summary>It could not be chosen.</summary>
    Excluded,

    /// <summary>It has no client: scored, never chosen.</summary>
    Hypothetical,
}
