namespace LanguageRouter.Execution;

/// <summary>What kind of failure an attempt met; it decides whether another route is tried.</summary>
public enum RouteErrorClass
{
    /// <summary>The request is wrong (400, 413, 422): another route would refuse it too. No failover.</summary>
    BadRequest,

    /// <summary>The key is missing or not allowed (401, 403). No failover: it needs a person.</summary>
    Authentication,

    /// <summary>The model or endpoint does not exist (404). No failover: it needs a person.</summary>
    NotFound,

    /// <summary>The prompt is too long for the model. Failover where another route can serve.</summary>
    ContextLength,

    /// <summary>The provider asks to slow down (429). Failover.</summary>
    RateLimit,

    /// <summary>The provider did not answer in time (408, 504, a time-out). Failover.</summary>
    Timeout,

    /// <summary>The provider failed (5xx). Failover.</summary>
    Server,

    /// <summary>The connection could not be made or broke. Failover.</summary>
    Connection,

    /// <summary>The path gave up before the answer, as a translation that did not pass its checks. Failover.</summary>
    Path,

    /// <summary>Anything else. No failover.</summary>
    Unknown,
}
