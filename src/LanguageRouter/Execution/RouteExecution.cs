using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Routes;

namespace LanguageRouter.Execution;

/// <summary>Collects what happens while a decision is carried out.</summary>
internal sealed class RouteExecution(RoutingDecision decision, long startedAt, RequestBudget budget)
{
    private readonly List<RouteAttempt> _attempts = [];

    public RoutingDecision Decision { get; } = decision;

    /// <summary>When the request arrived, in the time provider's timestamps.</summary>
    public long StartedAt { get; } = startedAt;

    public ImmutableArray<RouteAttempt> Attempts => [.. _attempts];

    /// <summary>The route that is being tried, or that answered.</summary>
    public Route CurrentRoute { get; set; } = decision.Target;

    /// <summary>What the attempts hold back of the tenant's budget.</summary>
    public RequestBudget Budget { get; } = budget;

    /// <summary>The provider's name for the conversation, where it holds its state.</summary>
    public string? ProviderConversation { get; set; }

    public void Add(RouteAttempt attempt)
    {
        _attempts.Add(attempt);
        Budget.Ended(attempt);
    }
}
