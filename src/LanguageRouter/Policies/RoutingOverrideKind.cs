namespace LanguageRouter.Policies;

/// <summary>What a policy may let a single request change for itself.</summary>
public enum RoutingOverrideKind
{
    /// <summary>The route, among those that the policy allows.</summary>
    Route,

    /// <summary>The weights of quality, cost and latency.</summary>
    Weights,

    /// <summary>The quality floor, the cost ceiling and the latency ceiling.</summary>
    Limits,
}
