namespace LanguageRouter.Paths.Translation.History;

/// <summary>A call that several requests wait for.</summary>
internal sealed class Flight(Func<CancellationToken, Task<string>> call) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _given = new();
    private int _waiting;
    private bool _closed;
    private Task<string>? _result;

    /// <summary>Gets the result; the call is made by the first who asks.</summary>
    public Task<string> Result
    {
        get
        {
            lock (_lock)
            {
                return _result ??= Task.Run(() => call(_given.Token));
            }
        }
    }

    /// <summary>Joins those who wait.</summary>
    /// <returns><see langword="false"/> where the call was given up or is over.</returns>
    public bool TryJoin()
    {
        lock (_lock)
        {
            if (_closed)
            {
                return false;
            }

            _waiting++;
            return true;
        }
    }

    /// <summary>Leaves; the last one ends the call.</summary>
    /// <returns>Whether no one waits any more.</returns>
    public bool Leave()
    {
        lock (_lock)
        {
            if (--_waiting > 0)
            {
                return false;
            }

            _closed = true;
        }

        // No one is left to see how the call ends.
        _given.Cancel();
        _ = _result?.ContinueWith(
            static (t, flight) =>
            {
                _ = t.Exception;
                ((Flight)flight!).Dispose();
            },
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return true;
    }

    public void Dispose() => _given.Dispose();
}
