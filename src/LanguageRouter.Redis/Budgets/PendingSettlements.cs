using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LanguageRouter.Budgets;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.Redis.Budgets;

/// <summary>Settlements that Redis has not confirmed. They are tried again until it is back, each counted once.</summary>
internal sealed partial class PendingSettlements : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

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

    public PendingSettlements(RedisConnection redis, TimeProvider time, Meter meter, ILogger<PendingSettlements> logger)
    {
        _redis = redis;
        _time = time;
        _logger = logger;
        _lost = meter.CreateCounter<long>("language_router.budget.lost_settlements", "{settlement}", "Settlements that were given up: too many waited, or the application ended while Redis was away.");
        meter.CreateObservableGauge("language_router.budget.pending_settlements", () => _queue.Count, "{settlement}", "Settlements that wait for Redis.");
        _loop = Task.Run(RunAsync);
    }

    public int Count => _queue.Count;

    public void Add(BudgetLease lease, decimal usd)
    {
        if (_queue.Count >= _redis.Options.PendingSettlements)
        {
            _lost.Add(1);
            return;
        }

        _queue.Enqueue((lease, usd));
        _work.Release();
    }

    public async ValueTask DisposeAsync()
    {
        var startedAt = _time.GetTimestamp();
        while (!_queue.IsEmpty && _time.GetElapsedTime(startedAt) < Patience)
        {
            await Task.Delay(Pause, _time).ConfigureAwait(false);
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_queue.IsEmpty)
        {
            _lost.Add(_queue.Count);
            LogLost(_queue.Count);
        }

        _stopping.Dispose();
        _work.Dispose();
    }

    // One at a time and in order. The first of the queue stays in it until it is confirmed.
    private async Task RunAsync()
    {
        while (true)
        {
            await _work.WaitAsync(_stopping.Token).ConfigureAwait(false);
            while (_queue.TryPeek(out var item)
                && await _redis.TryAsync("settle", database => BudgetScripts.SettleAsync(database, _redis.Keys, item.Lease, item.Usd, isFirst: false), _stopping.Token).ConfigureAwait(false) is null)
            {
                await Task.Delay(Pause, _time, _stopping.Token).ConfigureAwait(false);
            }

            _queue.TryDequeue(out _);
        }
    }

    [LoggerMessage(EventId = 32, Level = LogLevel.Error, Message = "The application ends while Redis is away: {Count} settlements are lost, and their reservations end with their lifetime.")]
    private partial void LogLost(int count);
}
