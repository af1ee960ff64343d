using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LanguageRouter.Budgets;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.Redis.Budgets;

/// <summary>Settlements that Redis has not confirmed. They are tried again until it is back, each counted once.</summary>
internal sealed partial class PendingSettlements : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private const int AtOnce = 64;

    /// <summary>How long disposing goes on trying.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly RedisConnection _redis;
    private readonly TimeProvider _time;
    private readonly ILogger<PendingSettlements> _logger;
    private readonly Counter<long> _lost;
    private readonly ConcurrentQueue<(BudgetLease Lease, decimal Usd)> _queue = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _loop;
    private int _count;

    public PendingSettlements(RedisConnection redis, TimeProvider time, Meter meter, ILogger<PendingSettlements> logger)
    {
        _redis = redis;
        _time = time;
        _logger = logger;
        _lost = meter.CreateCounter<long>("language_router.budget.lost_settlements", "{settlement}", "Settlements that were given up: too many waited, or the application ended while Redis was away.");
        meter.CreateObservableGauge("language_router.budget.pending_settlements", () => Count, "{settlement}", "Settlements that wait for Redis.");
        _loop = Task.Run(RunAsync);
    }

    public int Count => Volatile.Read(ref _count);

    public void Add(BudgetLease lease, decimal usd)
    {
        if (Interlocked.Increment(ref _count) > _redis.Options.PendingSettlements)
        {
            Interlocked.Decrement(ref _count);
            _lost.Add(1);
            return;
        }

        _queue.Enqueue((lease, usd));
        _work.Release();
    }

    public async ValueTask DisposeAsync()
    {
        var startedAt = _time.GetTimestamp();
        while (Count > 0 && _time.GetElapsedTime(startedAt) < Patience)
        {
            await Task.Delay(Pause, _time).ConfigureAwait(false);
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Count is > 0 and var lost)
        {
            _lost.Add(lost);
            LogLost(lost);
        }

        _stopping.Dispose();
        _work.Dispose();
    }

    // Many at once, in any order: each concerns its own lease. What is not confirmed stays in hand and is tried again.
    private async Task RunAsync()
    {
        var inHand = new List<(BudgetLease Lease, decimal Usd)>();
        while (true)
        {
            await _work.WaitAsync(_stopping.Token).ConfigureAwait(false);
            inHand.Add(Take());
            while (inHand.Count < AtOnce && _work.Wait(0))
            {
                inHand.Add(Take());
            }

            while (inHand.Count > 0)
            {
                var confirmed = await Task.WhenAll(inHand.Select(item => SettleAsync(item.Lease, item.Usd))).ConfigureAwait(false);
                for (var i = inHand.Count - 1; i >= 0; i--)
                {
                    if (confirmed[i])
                    {
                        inHand.RemoveAt(i);
                        Interlocked.Decrement(ref _count);
                    }
                }

                if (inHand.Count > 0)
                {
                    await Task.Delay(Pause, _time, _stopping.Token).ConfigureAwait(false);
                }
            }
        }
    }

    private (BudgetLease Lease, decimal Usd) Take() => _queue.TryDequeue(out var item) ? item : throw new InvalidOperationException("A settlement was announced and is not there.");

    private async Task<bool> SettleAsync(BudgetLease lease, decimal usd) =>
        await _redis.TryAsync("settle", database => BudgetScripts.SettleAsync(database, _redis.Keys, lease, usd, isFirst: false), _stopping.Token).ConfigureAwait(false) is not null;

    [LoggerMessage(EventId = 32, Level = LogLevel.Error, Message = "The application ends while Redis is away: {Count} settlements are lost, and their reservations end with their lifetime.")]
    private partial void LogLost(int count);
}
