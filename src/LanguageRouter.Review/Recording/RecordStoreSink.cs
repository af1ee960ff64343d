using System.Collections.Concurrent;
using System.Threading.Channels;
using LanguageRouter.Records;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.Review.Recording;

/// <summary>Writes records to the store in batches, over a bounded queue of its own. Neither a request nor another sink ever waits for the store.</summary>
/// <remarks>
/// A batch that fails is tried again until it is written: the identifiers make repeating harmless. Meanwhile the queue fills; then new records
/// are dropped and counted. A record is acknowledged when its batch is committed.
/// </remarks>
internal sealed partial class RecordStoreSink : IRoutingRecordSink, IAsyncDisposable
{
    private const int MostInBatch = 2_000;

    /// <summary>How long a batch waits for company.</summary>
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetentionTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<object> _queue;
    private readonly IRecordStore _store;
    private readonly RecordStoreOptions _options;
    private readonly StoreTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly ILogger<RecordStoreSink> _logger;
    private readonly ConcurrentDictionary<string, StoredPolicy?> _policies = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _hurry = new(0);
    private readonly Task _writer;
    private DateTimeOffset _lastRetention;
    private int _disposed;

    public RecordStoreSink(IRecordStore store, RecordStoreOptions options, StoreStatus status, StoreTelemetry telemetry, TimeProvider time, ILogger<RecordStoreSink> logger)
    {
        _store = store;
        _options = options;
        Status = status;
        _telemetry = telemetry;
        _time = time;
        _logger = logger;
        _queue = Channel.CreateBounded<object>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _writer = Task.Run(WriteAllAsync);
    }

    public StoreStatus Status { get; }

    /// <summary>Called with every batch after its commit.</summary>
    public Action<IReadOnlyList<StoredRecord>>? Committed { get; set; }

    public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!_policies.ContainsKey(record.Decision.PolicyVersion))
        {
            _policies.TryAdd(record.Decision.PolicyVersion, PolicyMapping.PolicyOf(record.Decision, record.Timestamp));
        }

        Enqueue(record.ToStored(_options.Simulated));
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes a redacted text.</summary>
    public void Write(StoredText text) => Enqueue(text);

    /// <summary>Waits until everything that was taken before the call is committed.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var target = Status.Accepted;
        while (Status.Finished < target)
        {
            _hurry.Release();
            await Task.Delay(TimeSpan.FromMilliseconds(5), _time, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A container that knows the sink by its type and by its interface disposes of it twice.
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        _queue.Writer.TryComplete();
        _hurry.Release();
        try
        {
            await _writer.WaitAsync(Status.FailingSince is null ? Patience : TimeSpan.FromSeconds(2), TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            await _writer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stopping.Dispose();
        _hurry.Dispose();
    }

    private void Enqueue(object item)
    {
        // Counted before, so that a batch never finishes what was not accepted yet.
        Status.Accept();
        if (!_queue.Writer.TryWrite(item))
        {
            Status.GiveUp(1);
            _telemetry.Dropped(1);
        }
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<object>(MostInBatch);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            await FillAsync(batch).ConfigureAwait(false);
            await WriteUntilDoneAsync(batch).ConfigureAwait(false);
            batch.Clear();
            await RetainAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask FillAsync(List<object> batch)
    {
        Drain();
        if (batch.Count < MostInBatch && !_queue.Reader.Completion.IsCompleted && !await _hurry.WaitAsync(BatchTime).ConfigureAwait(false))
        {
            Drain();
        }

        void Drain()
        {
            while (batch.Count < MostInBatch && _queue.Reader.TryRead(out var item))
            {
                batch.Add(item);
            }
        }
    }

    private async ValueTask WriteUntilDoneAsync(List<object> batch)
    {
        var records = batch.OfType<StoredRecord>().ToList();
        var wait = FirstRetry;
        while (true)
        {
#pragma warning disable CA1031 // Whatever the store throws, the requests go on; the fault is counted, logged and shown.
            try
            {
                var startedAt = _time.GetTimestamp();
                await WriteOnceAsync(batch, records).ConfigureAwait(false);
                var recovered = Status.FailingSince is not null;
                Status.Commit(batch.Count);
                _telemetry.Committed(records.Count, _time.GetElapsedTime(startedAt));
                if (recovered)
                {
                    LogRecovered(_store.Place);
                }

                Committed?.Invoke(records);
                return;
            }
            catch (Exception exception)
            {
                _telemetry.Failed(exception.GetType().Name);
                if (Status.Fail(_time.GetUtcNow(), exception.Message))
                {
                    LogFailing(exception, _store.Place);
                }
            }
#pragma warning restore CA1031

            try
            {
                await Task.Delay(wait, _time, _stopping.Token).ConfigureAwait(false);
                wait = wait * 2 < LongestRetry ? wait * 2 : LongestRetry;
            }
            catch (OperationCanceledException)
            {
                Status.GiveUp(batch.Count);
                _telemetry.Dropped(batch.Count);
                LogGaveUp(batch.Count, _store.Place);
                return;
            }
        }
    }

    private async ValueTask WriteOnceAsync(List<object> batch, List<StoredRecord> records)
    {
        var policies = _policies.Values.OfType<StoredPolicy>().ToList();
        if (policies.Count > 0)
        {
            await _store.AppendPoliciesAsync(policies, _stopping.Token).ConfigureAwait(false);
            foreach (var policy in policies)
            {
                _policies[policy.Version] = null;
            }
        }

        if (records.Count > 0)
        {
            await _store.AppendAsync(records, _stopping.Token).ConfigureAwait(false);
        }

        foreach (var text in batch.OfType<StoredText>())
        {
            await _store.AppendTextAsync(text, _stopping.Token).ConfigureAwait(false);
        }
    }

    private async ValueTask RetainAsync()
    {
        var now = _time.GetUtcNow();
        if (now - _lastRetention < RetentionTime)
        {
            return;
        }

        _lastRetention = now;
#pragma warning disable CA1031 // What could not be removed now is removed an hour later.
        try
        {
            await _store.RemoveAsync(now - _options.RetainRecords, now - _options.RetainRollups, _stopping.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogRetentionFailed(exception, _store.Place);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "The record store {Store} does not take records; they wait in the queue and are tried again. Requests are not affected.")]
    private partial void LogFailing(Exception exception, string store);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "The record store {Store} takes records again.")]
    private partial void LogRecovered(string store);

    [LoggerMessage(EventId = 22, Level = LogLevel.Error, Message = "{Count} records were not written to {Store} before the application stopped.")]
    private partial void LogGaveUp(int count, string store);

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "Old records could not be removed from {Store}.")]
    private partial void LogRetentionFailed(Exception exception, string store);
}
