namespace LanguageRouter.Review.Recording;

/// <summary>How the writing of records goes: what the health check and the page show.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class StoreStatus
{
    private long _accepted;
    private long _finished;
    private long _committed;
    private long _dropped;
    private long _failures;
    private Fault? _fault;
    private string? _learntFault;

    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>The accepted ones that are committed or given up.</summary>
    public long Finished => Interlocked.Read(ref _finished);

    public long Committed => Interlocked.Read(ref _committed);

    public long Dropped => Interlocked.Read(ref _dropped);

    public long Failures => Interlocked.Read(ref _failures);

    public long Queued => Math.Max(0, Accepted - Finished);

    public DateTimeOffset? FailingSince => Volatile.Read(ref _fault)?.Since;

    public string? LastFault => Volatile.Read(ref _fault)?.Message;

    /// <summary>Why what was learnt is not kept, or could not be read; null where all is well.</summary>
    public string? LearntFault
    {
        get => Volatile.Read(ref _learntFault);
        set => Volatile.Write(ref _learntFault, value);
    }

    public void Accept() => Interlocked.Increment(ref _accepted);

    public void Drop(long records) => Interlocked.Add(ref _dropped, records);

    public void Commit(int records)
    {
        Interlocked.Add(ref _committed, records);
        Interlocked.Add(ref _finished, records);
        Volatile.Write(ref _fault, null);
    }

    public void GiveUp(int records)
    {
        Interlocked.Add(ref _finished, records);
        Interlocked.Add(ref _dropped, records);
    }

    /// <summary>Notes a failed write; true where the one before had not failed.</summary>
    public bool Fail(DateTimeOffset now, string message)
    {
        Interlocked.Increment(ref _failures);
        var before = Volatile.Read(ref _fault);
        Volatile.Write(ref _fault, new Fault(before?.Since ?? now, message));
        return before is null;
    }

    private sealed record Fault(DateTimeOffset Since, string Message);
}
