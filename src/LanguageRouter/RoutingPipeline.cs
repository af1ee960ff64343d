using System.Runtime.CompilerServices;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Records;
using LanguageRouter.Signals;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>The way of a request: signals, memory, scores, decision, execution, record.</summary>
internal sealed class RoutingPipeline(
    DecisionMemory memory, RouteExecutor executor, RecordQueue records, RoutingTelemetry telemetry, TimeProvider time)
{
    /// <summary>Decides, and spends nothing.</summary>
    public RoutingDecision Decide(RoutingRequest request)
    {
        var keep = memory.RouteToKeep(request);
        var explores = request.State.Exploration.Explores;
        if (keep is null && !explores && memory.Same(request) is { } same)
        {
            return Recalled(same, same.Signals, ReasonCodes.SameRequest);
        }

        var signals = RequestSignalsReader.Read(request.Messages, request.Options, request.IsStreamed);
        if (keep is null && !explores && memory.Similar(request, signals) is { } similar)
        {
            return Recalled(similar, signals, ReasonCodes.SimilarRequest);
        }

        return request.State.Exploration.Apply(
            RoutingDecider.Decide(NewId(), request.Tenant, request.Policy, request.Messages, request.Options, signals, request.State, keep));
    }

    /// <summary>Decides, executes and records.</summary>
    public async Task<ChatResponse> GetResponseAsync(RoutingRequest request, CancellationToken cancellationToken)
    {
        using var activity = RoutingTelemetry.StartRequest(request.Tenant);
        var execution = Begin(request, activity);
        try
        {
            var response = await executor.GetResponseAsync(request, execution, cancellationToken).ConfigureAwait(false);
            Pin(request, execution, response.ConversationId);
            response.SetRoutingDecision(execution.Decision);
            return response;
        }
        finally
        {
            Record(request, execution);
        }
    }

    /// <summary>Decides, executes and records, with the answer as a stream; the first update carries the decision.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(RoutingRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var activity = RoutingTelemetry.StartRequest(request.Tenant);
        var execution = Begin(request, activity);
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

                Pin(request, execution, update.ConversationId);
                yield return update;
            }
        }
        finally
        {
            Record(request, execution);
        }
    }

    private RouteExecution Begin(RoutingRequest request, System.Diagnostics.Activity? activity)
    {
        var startedAt = time.GetTimestamp();
        var decision = Decide(request);
        memory.Remember(request, decision);
        telemetry.Decided(decision, time.GetElapsedTime(startedAt), activity);
        return new RouteExecution(decision, startedAt) { RegenerationOf = memory.Regenerates(request, decision) };
    }

    private void Pin(RoutingRequest request, RouteExecution execution, string? providerConversation)
    {
        if (providerConversation is not null)
        {
            memory.Pin(request, execution.Decision, execution.CurrentRoute, providerConversation);
        }
    }

    private void Record(RoutingRequest request, RouteExecution execution)
    {
        var duration = time.GetElapsedTime(execution.StartedAt);
        records.Add(new FinishedRequest(request, execution.Decision, execution.Attempts, time.GetUtcNow() - duration, duration) { RegenerationOf = execution.RegenerationOf });
    }

    private RoutingDecision Recalled(RoutingDecision decision, RequestSignals signals, string reason) =>
        decision with { Id = NewId(), Signals = signals, Origin = DecisionOrigin.Cached, Reasons = decision.Reasons.Add(reason) };

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
