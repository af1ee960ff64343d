namespace LanguageRouter.Execution.Resilience;

/// <summary>Why a route does not take an attempt now.</summary>
internal enum RouteRefusal
{
    /// <summary>It takes it.</summary>
    None,

    /// <summary>Its breaker is open.</summary>
    Open,

    /// <summary>It was out, and another attempt tries it at this moment.</summary>
    HalfOpen,

    /// <summary>Its provider asked to be left alone.</summary>
    RetryAfter,

    /// <summary>It is full, and so is its queue.</summary>
    Busy,
}
