namespace LanguageRouter.Execution;

/// <summary>Whether a route is used.</summary>
public enum RouteHealthState
{
    /// <summary>It is used.</summary>
    Healthy,

    /// <summary>It was out, and one attempt at a time tries whether it is back.</summary>
    HalfOpen,

    /// <summary>It is out: its breaker is open, or its provider asked to be left alone.</summary>
    Open,
}
