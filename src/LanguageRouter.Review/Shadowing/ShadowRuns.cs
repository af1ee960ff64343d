using System.Threading.Channels;
using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Learning;
using LanguageRouter.Paths;
using LanguageRouter.Policies;
using LanguageRouter.Review.Feedback;
using LanguageRouter.Review.Judging;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Scoring;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.Review.Shadowing;

/// <summary>Runs sampled requests once more on another route, one after another in the background, and keeps how the answers compare.</summary>
internal sealed partial class ShadowRuns : IAsyncDisposable
{
    /// <summary>What the judge's replies cost at most, in output tokens for both orders.</summary>
    private const int JudgeOutputTokens = 600;

    private static readonly TimeSpan RecordPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RecordStep = TimeSpan.FromMilliseconds(50);

    private readonly LanguageRoutingChatClient _router;
    private readonly PairwiseJudge? _judge;
    private readonly IRecordStore _store;
    private readonly RecentDecisions _recent;
    private readonly QualityLearner? _learner;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;
    private readonly ILogger<ShadowRuns> _logger;
    private readonly MoneyCap _cap;
    private readonly Channel<ShadowRequest> _queue;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _worker;
    private long _skipped;
    private long _accepted;
    private long _finished;

    public ShadowRuns(
        ShadowRunOptions options, LanguageRoutingChatClient router, PairwiseJudge? judge, IRecordStore store, RecentDecisions recent, QualityLearner? learner, TimeProvider time, Func<double> random, ILogger<ShadowRuns> logger)
    {
        _router = router;
        _judge = judge;
        _store = store;
        _recent = recent;
        _learner = learner;
        _time = time;
        _random = random;
        _logger = logger;
        _cap = new MoneyCap(options.DailyCapUsd, time);
        _queue = Channel.CreateBounded<ShadowRequest>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _worker = Task.Run(RunAllAsync);
    }

    /// <summary>What shadows and judge have spent since midnight (UTC).</summary>
    public decimal SpentTodayUsd => _cap.SpentTodayUsd;

    /// <summary>Sampled requests that were not run: the queue was full, or the money spent.</summary>
    public long Skipped => Interlocked.Read(ref _skipped);

    /// <summary>Whether a request is drawn.</summary>
    public bool Draws(string tenant) =>
        _router.GetService(typeof(RoutingConfiguration)) is RoutingConfiguration policies && policies.PolicyOf(tenant).Learning.ShadowShare is > 0 and var share && _random() < share;

    /// <summary>Takes an answered request that was drawn. Never waits.</summary>
    public void Offer(RoutingDecision decision, IReadOnlyList<ChatMessage> messages, ChatOptions? options, string answer)
    {
        if (options is { Tools.Count: > 0 } || options?.ConversationId is not null || Other(decision) is not { } other)
        {
            // A tool may do something in the world, and a provider's conversation would get a turn that the user never made.
            return;
        }

        var most = other.Bill.Total + JudgeCost(other.Bill, messages, answer);
        if (_cap.TryReserve(most) is not { } reservation)
        {
            Interlocked.Increment(ref _skipped);
            return;
        }

        Interlocked.Increment(ref _accepted);
        if (!_queue.Writer.TryWrite(new ShadowRequest(decision, other.Route, messages, options, answer, reservation)))
        {
            Interlocked.Decrement(ref _accepted);
            Interlocked.Increment(ref _skipped);
            _cap.Settle(reservation, CostInterval.Exact(0));
        }
    }

    /// <summary>Waits until all requests taken before the call have been compared.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var target = Interlocked.Read(ref _accepted);
        while (Interlocked.Read(ref _finished) < target)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What waits is not run any more: nobody is waiting for it, and it costs money.
        _queue.Writer.TryComplete();
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _worker.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    // The default route is what others are held against; where it answered, the decision's own choice or a drawn route is run beside it.
    private RouteScore? Other(RoutingDecision decision)
    {
        var eligible = decision.Scores.Where(score => score.Standing is RouteStanding.Scored or RouteStanding.Chosen && !ReferenceEquals(score.Route, decision.Target)).ToArray();
        return eligible.Length == 0 ? null
            : eligible.FirstOrDefault(score => score.Quality.Evidence == QualityEvidence.Reference)
            ?? eligible.FirstOrDefault(score => score.Standing == RouteStanding.Chosen)
            ?? eligible[(int)(_random() * eligible.Length)];
    }

    // Both orders read the request and both answers; a character is at most about one and a half tokens.
    private CostInterval JudgeCost(RouteBill other, IReadOnlyList<ChatMessage> messages, string answer)
    {
        if (_judge is null)
        {
            return CostInterval.Exact(0);
        }

        var read = Math.Min(PairwiseJudge.MostCharacters, Request(messages).Length) + 2 * Math.Min(PairwiseJudge.MostCharacters, answer.Length);
        var output = other.Legs.Max(leg => leg.OutputTokens.High);
        return TokenPrice.Of(_judge.Model, Tokens.TokenInterval.Exact(2 * (600 + read * 3 / 2 + output)), Tokens.TokenInterval.Zero, Tokens.TokenInterval.Exact(JudgeOutputTokens), 2 * _judge.Model.ReasoningTokens);
    }

    private static string Request(IReadOnlyList<ChatMessage> messages) => messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";

    private async Task RunAllAsync()
    {
        await foreach (var request in _queue.Reader.ReadAllAsync(_stopping.Token).ConfigureAwait(false))
        {
            var spent = CostInterval.Unknown("not run to its end");
#pragma warning disable CA1031 // Whatever a shadow meets, the next one is run: nobody is waiting for either.
            try
            {
                spent = await RunAsync(request, _stopping.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !_stopping.IsCancellationRequested)
            {
                LogFailed(exception.GetType().Name, request.Other.Name, request.Decision.Id);
            }
            finally
            {
                _cap.Settle(request.Reservation, spent);
                Interlocked.Increment(ref _finished);
            }
#pragma warning restore CA1031
        }
    }

    private async Task<CostInterval> RunAsync(ShadowRequest request, CancellationToken cancellationToken)
    {
        if (await AnsweredAsync(request.Decision.Id, cancellationToken).ConfigureAwait(false) is not { } answered || answered.Route == request.Other.Name)
        {
            // Another route than planned has answered, or none: there is nothing to compare.
            return CostInterval.Exact(0);
        }

        var options = (request.Options?.Clone() ?? new ChatOptions()).WithRoutingTenant(answered.Tenant);
        var startedAt = _time.GetTimestamp();
        RouteRun run;
#pragma warning disable CA1031 // Whatever the other route throws, that it failed and what it cost is a finding of the account.
        try
        {
            run = await _router.RunRouteAsync(request.Other.Name, request.Messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (BudgetExceededException exception)
        {
            // Refused before anything was sent.
            LogFailed(exception.GetType().Name, request.Other.Name, request.Decision.Id);
            return CostInterval.Exact(0);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception.GetType().Name, request.Other.Name, request.Decision.Id);
            var cost = exception is IPathFailure { Legs: { Count: > 0 } legs }
                ? LegCost.Of(request.Other, legs)
                : CostInterval.Unknown($"route '{request.Other.Name}' failed without reporting usage");
            await AppendAsync(request, answered, cost, _time.GetElapsedTime(startedAt), new Judgement(null, CostInterval.Exact(0), StoredComparison.RouteFailed), cancellationToken).ConfigureAwait(false);
            return cost;
        }
#pragma warning restore CA1031

        var judgement = await JudgeAsync(request, run.Response.Text, cancellationToken).ConfigureAwait(false);
        var now = await AppendAsync(request, answered, run.Attempt.Cost, run.Attempt.Duration, judgement, cancellationToken).ConfigureAwait(false);
        if (judgement.Score is { } score)
        {
            _learner?.Observe(new QualityObservation
            {
                Tenant = answered.Tenant,
                Route = answered.Route,
                Against = request.Other.Name,
                Task = answered.Task,
                Language = answered.Language,
                Score = score,
                Time = now,
            });
        }

        return run.Attempt.Cost + judgement.Cost;
    }

    private async Task<Judgement> JudgeAsync(ShadowRequest request, string other, CancellationToken cancellationToken)
    {
        if (_judge is null)
        {
            return new Judgement(null, CostInterval.Exact(0), null);
        }

#pragma warning disable CA1031 // A judge that fails leaves costs and times, which were measured all the same.
        try
        {
            return await _judge.JudgeAsync(Request(request.Messages), request.Answer, other, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception.GetType().Name, _judge.Model.Name, request.Decision.Id);
            return new Judgement(null, CostInterval.Unknown($"judge '{_judge.Model.Name}' failed without reporting usage"), "judge-failed");
        }
#pragma warning restore CA1031
    }

    private async Task<DateTimeOffset> AppendAsync(
        ShadowRequest request, AnsweredDecision answered, CostInterval cost, TimeSpan duration, Judgement judgement, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await _store.AppendComparisonsAsync(
            [
                new StoredComparison
                {
                    Id = Guid.CreateVersion7(now),
                    DecisionId = answered.Id,
                    Time = now,
                    Tenant = answered.Tenant,
                    Policy = answered.Policy,
                    Language = answered.Language,
                    Task = RecordNames<Signals.TaskKind>.Of(answered.Task),
                    Route = answered.Route,
                    Other = request.Other.Name,
                    Score = judgement.Score,
                    Judge = judgement.Score is null ? null : _judge?.Model.Name,
                    Cost = answered.Cost,
                    OtherCost = cost,
                    JudgeCost = judgement.Cost,
                    Duration = answered.Duration,
                    OtherDuration = duration,
                    Failure = judgement.Failure,
                },
            ],
            cancellationToken).ConfigureAwait(false);
        return now;
    }

    // The record is made off the request's path, a moment after the answer.
    private async Task<AnsweredDecision?> AnsweredAsync(Guid id, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < RecordPatience; waited += RecordStep)
        {
            if (_recent.Find(id) is { } answered)
            {
                return answered;
            }

            await Task.Delay(RecordStep, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Warning, Message = "A shadow run met {Error} on route {Route}; decision {Decision} is not compared.")]
    private partial void LogFailed(string error, string route, Guid decision);
}
