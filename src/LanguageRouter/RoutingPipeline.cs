using System.Runtime.CompilerServices;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>The way of a request: signals, memory, scores, decision, execution, record.</summary>
internal sealed class RoutingPipeline(
    DecisionMemory memory, KeptRoutes routes, IBudgetLedger ledger, RouteExecutor executor, RecordQueue records, RoutingTelemetry telemetry, BudgetTelemetry budgets, TimeProvider time)
{
    /// <summary>Decides, and spends nothing.</summary>
    public async ValueTask<RoutingDecision> DecideAsync(RoutingRequest request, CancellationToken cancellationToken) =>
        Decide(request, await routes.FindAsync(request, cancellationToken).ConfigureAwait(false));

    private RoutingDecision Decide(RoutingRequest request, KeptRoute? keep)
    {
        var isFree = keep is null && request.Conversation is null && !request.State.Exploration.Explores;
        if (isFree && memory.Same(request) is { } same)
        {
            return Recalled(same, same.Signals, ReasonCodes.SameRequest);
        }

        var signals = RequestSignalsReader.Read(
            request.Messages, request.Options, request.IsStreamed, request.Policy.Learning.Wording, request.Arm?.Other.Learning.Wording);
        if (isFree && memory.Similar(request, signals) is { } similar)
        {
            return Recalled(similar, signals, ReasonCodes.SimilarRequest);
        }

        return request.State.Exploration.Apply(RoutingDecider.Decide(
            NewId(), request.Tenant, request.Policy, request.Messages, request.Options, signals, request.State, keep, request.Conversation is not null));
    }

    /// <summary>Decides, executes and records.</summary>
    public async Task<ChatResponse> GetResponseAsync(RoutingRequest request, CancellationToken cancellationToken)
    {
        using var activity = RoutingTelemetry.StartRequest(request.Tenant);
        var execution = await BeginAsync(request, activity, cancellationToken).ConfigureAwait(false);
        try
        {
            var response = await executor.GetResponseAsync(request, execution, cancellationToken).ConfigureAwait(false);
            execution.ProviderConversation = response.ConversationId;
            response.SetRoutingDecision(execution.Decision);
            return response;
        }
        finally
        {
            await EndAsync(request, execution).ConfigureAwait(false);
        }
    }

    /// <summary>Decides, executes and records, with the answer as a stream; the first update carries the decision.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(RoutingRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var activity = RoutingTelemetry.StartRequest(request.Tenant);
        var execution = await BeginAsync(request, activity, cancellationToken).ConfigureAwait(false);
        try
        {
            var first = true;
            await foreach (var update in executor.GetStreamingResponseAsync(request, execution, cancellationToken).ConfigureAwait(false))
            {
                if (first)
                {
                    update.SetRoutingDecision(execution.Decision);
                    first = false;
                }

                execution.ProviderConversation = update.ConversationId ?? execution.ProviderConversation;
                execution.Budget.Observe(update);
                yield return update;
            }
        }
        finally
        {
            await EndAsync(request, execution).ConfigureAwait(false);
        }
    }

    /// <summary>Runs one route by itself, within the tenant's budget.</summary>
    public async Task<RouteRun> RunAsync(RouteRunner runner, Route route, RoutingRequest request, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(request, cancellationToken).ConfigureAwait(false);
        var budget = new RequestBudget(request, decision, ledger, budgets);
        if (!await budget.TryReserveAsync(route, cancellationToken).ConfigureAwait(false))
        {
            budget.ThrowIfRefused();
        }

        try
        {
            return await runner.RunAsync(route, request, decision, budget.Ended, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await budget.SettleAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<RouteExecution> BeginAsync(RoutingRequest request, System.Diagnostics.Activity? activity, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var keep = await routes.FindAsync(request, cancellationToken).ConfigureAwait(false);
        var decision = Decide(request, keep);
        if (keep is null && request.Conversation is null)
        {
            memory.Remember(request, decision);
        }

        telemetry.Decided(decision, time.GetElapsedTime(startedAt), activity);
        return new RouteExecution(decision, startedAt, new RequestBudget(request, decision, ledger, budgets)) { RegenerationOf = memory.Regenerates(request, decision) };
    }

    private async ValueTask EndAsync(RoutingRequest request, RouteExecution execution)
    {
        await execution.Budget.SettleAsync().ConfigureAwait(false);
        await routes.RememberAsync(request, execution).ConfigureAwait(false);
        var duration = time.GetElapsedTime(execution.StartedAt);
        records.Add(new FinishedRequest(request, execution, time.GetUtcNow() - duration, duration));
    }

    private RoutingDecision Recalled(RoutingDecision decision, RequestSignals signals, string reason) =>
        decision with { Id = NewId(), Signals = signals, Origin = DecisionOrigin.Cached, Reasons = decision.Reasons.Add(reason) };

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
