using System.Collections.Immutable;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Routes;

namespace LanguageRouter.Execution;

/// <summary>Collects what happens while a decision is carried out.</summary>
internal sealed class RouteExecution(RoutingDecision decision, long startedAt, RequestBudget budget)
{
    private ImmutableArray<RouteAttempt> _attempts = [];

    public RoutingDecision Decision { get; } = decision;

    /// <summary>When the request arrived, in the time provider's timestamps.</summary>
    public long StartedAt { get; } = startedAt;

    /// <summary>The decision whose answer is asked for again; null for none.</summary>
    public Guid? RegenerationOf { get; init; }

    public ImmutableArray<RouteAttempt> Attempts => _attempts;

    /// <summary>The route that answered; the decision's target until one does.</summary>
    public Route CurrentRoute { get; set; } = decision.Target;

    /// <summary>What the attempts hold back of the tenant's budget.</summary>
    public RequestBudget Budget { get; } = budget;

    /// <summary>The provider's name for the conversation, where it holds its state.</summary>
    public string? ProviderConversation { get; set; }

    // Two attempts of one request may end at the same time where a second route is asked beside the first.
    public void Add(RouteAttempt attempt)
    {
        ImmutableArray<RouteAttempt> before;
        do
        {
            before = _attempts;
        }
        while (ImmutableInterlocked.InterlockedCompareExchange(ref _attempts, before.Add(attempt), before) != before);
        Budget.Ended(attempt);
    }
}
