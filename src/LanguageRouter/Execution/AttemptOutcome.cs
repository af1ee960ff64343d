namespace LanguageRouter.Execution;

/// <summary>How an attempt ended.</summary>
public enum AttemptOutcome
{
    /// <summary>The answer arrived whole.</summary>
    Succeeded,

    /// <summary>The attempt failed before any output was committed.</summary>
    Failed,

    /// <summary>The stream broke after output was committed: the error reaches the caller.</summary>
    Broken,

    /// <summary>The caller cancelled, or stopped reading the stream.</summary>
    Cancelled,

    /// <summary>Another route, asked beside this one, answered first. What this one had cost by then is paid as well.</summary>
    Superseded,
}
