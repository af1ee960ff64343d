namespace LanguageRouter.Execution;

/// <summary>Represents how a route does at a moment.</summary>
/// <remarks>Immutable. It speaks of this process; the counts start with it.</remarks>
public sealed record RouteHealth
{
    /// <summary>Gets the route's name.</summary>
    public required string Route { get; init; }

    /// <summary>Gets whether the route is used.</summary>
    public required RouteHealthState State { get; init; }

    /// <summary>Gets the time from which on it is tried again; <see langword="null"/> unless it is out.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Gets the class of the last error; <see langword="null"/> where there was none.</summary>
    public RouteErrorClass? LastError { get; init; }

    /// <summary>Gets the time of the last error.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>Gets the attempts whose answer arrived whole.</summary>
    public long Succeeded { get; init; }

    /// <summary>Gets the attempts that failed or broke, errors of the request among them.</summary>
    public long Failed { get; init; }

    /// <summary>Gets the attempts under way.</summary>
    public int Running { get; init; }

    /// <summary>Gets the attempts that wait for a place.</summary>
    public int Waiting { get; init; }
}
