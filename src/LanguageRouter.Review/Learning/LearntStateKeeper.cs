using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.Review.Learning;

/// <summary>Keeps what was learnt in the store: read when the application starts, written every few minutes and when it stops.</summary>
/// <remarks>
/// A state that is missing or cannot be read never keeps an application from starting; the fault shows in the log, the health check and on the
/// page. A state that somebody else has changed in the store (the tool forgets a tenant) is taken over instead of being written over.
/// </remarks>
internal sealed partial class LearntStateKeeper(
    IRecordStore store, IReadOnlyList<LearntDocument> documents, Func<CancellationToken, Task> flush, StoreStatus status, TimeProvider time, ILogger<LearntStateKeeper> logger) : IHostedService, IDisposable
{
    /// <summary>How often what was learnt is written. A judgement: what a crash loses.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await KeepAsync(write: false, cancellationToken).ConfigureAwait(false);
        _loop = KeepPeriodicallyAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What was answered last is learnt first.
        await flush(cancellationToken).ConfigureAwait(false);
        await KeepAsync(write: true, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Reads what has changed in the store and writes what was learnt.</summary>
    public async ValueTask KeepAsync(bool write, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var document in documents)
        {
#pragma warning disable CA1031 // Whatever the store throws, decisions go on with what is in memory, and the next period tries again.
            try
            {
                var damage = document.Damage;
                await document.ReadAsync(store, cancellationToken).ConfigureAwait(false);
                if (document.Damage is { } found && found != damage)
                {
                    LogDamaged(found, store.Place);
                }

                if (write)
                {
                    await document.WriteAsync(store, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                faults.Add($"What was learnt is not kept: {exception.Message}");
                LogNotKept(exception, store.Place);
            }
#pragma warning restore CA1031
        }

        status.LearntFault = faults.Concat(documents.Select(document => document.Damage).OfType<string>()).FirstOrDefault();
    }

    private async Task KeepPeriodicallyAsync()
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(_stopping.Token).ConfigureAwait(false))
        {
            await KeepAsync(write: true, _stopping.Token).ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 50, Level = LogLevel.Error, Message = "What was learnt cannot be read from {Store}: {Damage}")]
    private partial void LogDamaged(string damage, string store);

    [LoggerMessage(EventId = 51, Level = LogLevel.Error, Message = "What was learnt cannot be kept in {Store}; decisions go on with what is in memory, and it is tried again.")]
    private partial void LogNotKept(Exception exception, string store);
}
