namespace LanguageRouter.Execution.Resilience;

/// <summary>Bounds the attempts of a route that run at once, and those that wait.</summary>
#pragma warning disable CA1001 // Attempts of a configuration that was replaced still leave by it; a semaphore whose wait handle nobody asked for holds nothing.
internal sealed class RouteSlots(int limit, int queueLength, TimeSpan queueTimeout, TimeProvider time)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _free = new(limit, limit);
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Takes a place, waiting for one where that is allowed; false where there is none in time.</summary>
    public async ValueTask<bool> EnterAsync(bool mayWait, CancellationToken cancellationToken)
    {
        if (_free.Wait(TimeSpan.Zero, CancellationToken.None))
        {
            return true;
        }

        if (!mayWait || Interlocked.Increment(ref _waiting) > queueLength)
        {
            if (mayWait)
            {
                Interlocked.Decrement(ref _waiting);
            }

            return false;
        }

        using var patience = new CancellationTokenSource(queueTimeout, time);
        using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), patience);
        try
        {
            await _free.WaitAsync(patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Leave() => _free.Release();
}
