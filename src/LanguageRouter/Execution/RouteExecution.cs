using System.Collections.Immutable;
using LanguageRouter.Decisions;
using LanguageRouter.Routes;

namespace LanguageRouter.Execution;

/// <summary>Collects what happens while a decision is carried out.</summary>
internal sealed class RouteExecution(RoutingDecision decision, long startedAt)
{
    private readonly List<RouteAttempt> _attempts = [];

    public RoutingDecision Decision { get; } = decision;

    /// <summary>When the request arrived, in the time provider's timestamps.</summary>
    public long StartedAt { get; } = startedAt;

    /// <summary>The decision whose answer is asked for again; null for none.</summary>
    public Guid? RegenerationOf { get; init; }

    public ImmutableArray<RouteAttempt> Attempts => [.. _attempts];

    /// <summary>The route that is being tried, or that answered.</summary>
    public Route CurrentRoute { get; set; } = decision.Target;

    public void Add(RouteAttempt attempt) => _attempts.Add(attempt);
}
