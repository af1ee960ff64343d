using System.Runtime.CompilerServices;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using Microsoft.Extensions.AI;

namespace LanguageRouter;

/// <summary>Routes each request to the path that answers it best for its cost: directly, behind translation, or through a tokenizer adapter.</summary>
/// <remarks>
/// Safe for concurrent use. Registered by <c>services.AddLanguageRouting(configuration)</c>, or put around an application's own client by
/// <c>UseLanguageRouting()</c>. The caller's <see cref="ChatOptions"/> are cloned and never changed; <see cref="ChatOptions.ModelId"/> is
/// replaced by the route's model. A set <see cref="ChatOptions.ConversationId"/> pins the route whose provider holds the conversation.
/// </remarks>
public sealed class LanguageRoutingChatClient : IChatClient
{
    private readonly PolicySource _policies;
    private readonly RoutingPipeline _pipeline;
    private readonly RouteRunner _runner;
    private readonly DecisionStateReader _states;
    private readonly RecordQueue _records;
    private readonly ITenantAccessor? _tenants;
    private readonly TimeProvider _time;
    private readonly ChatClientMetadata _metadata = new("language_router");

    internal LanguageRoutingChatClient(
        PolicySource policies, RoutingPipeline pipeline, RouteRunner runner, DecisionStateReader states, RecordQueue records, ITenantAccessor? tenants, TimeProvider time)
    {
        _policies = policies;
        _pipeline = pipeline;
        _runner = runner;
        _states = states;
        _records = records;
        _tenants = tenants;
        _time = time;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A message is <see langword="null"/>, or the policy does not permit what the request overrides.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _pipeline.GetResponseAsync(Request(messages, options, streamed: false), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A message is <see langword="null"/>.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _pipeline.GetStreamingResponseAsync(Request(messages, options, streamed: true), cancellationToken);

    /// <summary>Decides which route a request would take. Nothing is executed, spent, remembered or recorded.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options; tenant and conversation are read from them.</param>
    /// <param name="cancellationToken">The token that cancels the call.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">A message is <see langword="null"/>.</exception>
    public ValueTask<RoutingDecision> DecideAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _pipeline.DecideAsync(Request(messages, options, streamed: false), cancellationToken);
    }

    /// <summary>Runs one route by itself, as for a shadow run or a measurement: it is paid for out of the tenant's budget, and neither chosen, remembered nor recorded.</summary>
    /// <param name="route">The route's name.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="options">The options; tenant and conversation are read from them.</param>
    /// <param name="cancellationToken">The token that cancels the call.</param>
    /// <returns>The answer with its account.</returns>
    /// <exception cref="ArgumentException">There is no route of that name, or it is hypothetical; or a message is <see langword="null"/>.</exception>
    /// <exception cref="Budgets.BudgetExceededException">The tenant's budget does not pay for it.</exception>
    public Task<RouteRun> RunRouteAsync(string route, IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = Request(messages, options, streamed: false);
        return request.Policy.Catalog.Find(route) is { IsHypothetical: false } found
            ? _pipeline.RunAsync(_runner, found, request, cancellationToken)
            : throw new ArgumentException($"There is no route '{route}' that can be run. Fix: name one of {string.Join(", ", request.Policy.Catalog.Routes.Where(known => !known.IsHypothetical).Select(known => known.Name))}.", nameof(route));
    }

    /// <summary>Waits until the records of all finished requests have been offered to the sinks, as before an orderly end.</summary>
    /// <param name="cancellationToken">The token that ends the waiting.</param>
    /// <returns>A task that ends with the last record.</returns>
    public Task FlushRecordsAsync(CancellationToken cancellationToken = default) => _records.FlushAsync(_time, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(RoutingConfiguration) ? _policies.Current
            : null;
    }

    /// <summary>Does nothing: the models' clients and the record queue belong to those who made them.</summary>
    public void Dispose()
    {
    }

    private RoutingRequest Request(IEnumerable<ChatMessage> messages, ChatOptions? options, bool streamed, [CallerArgumentExpression(nameof(messages))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(messages, name);
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is null)
            {
                throw new ArgumentException($"Message {i} is null. Fix: leave it out.", name);
            }
        }

        var tenant = options.RoutingValue(RoutingProperties.Tenant) ?? _tenants?.Tenant ?? "";
        var conversation = options.RoutingValue(RoutingProperties.Conversation);
        var (policy, arm) = ExperimentArm.Assign(_policies.Current.PolicyOf(tenant), tenant, conversation ?? options?.ConversationId, list);
        var overrides = options.RoutingOverrides();
        if (overrides is not null)
        {
            // What the request decides for itself says nothing of either policy.
            (policy, arm) = (overrides.Apply(policy, tenant), null);
        }

        return new RoutingRequest
        {
            Tenant = tenant,
            Messages = list,
            Options = options,
            Policy = policy,
            State = _states.Read(tenant, policy),
            Arm = arm,
            Overrides = overrides,
            IsStreamed = streamed,
            Conversation = conversation,
        };
    }
}
