namespace LanguageRouter.Execution;

/// <summary>One of two chains of attempts that run beside each other for one request.</summary>
internal sealed class AttemptLane
{
    private readonly Lock _lock = new();
    private AttemptScope? _current;

    /// <summary>Whether the other lane has answered.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Takes the attempt that the lane runs now; one that comes too late is ended.</summary>
    public void Run(AttemptScope attempt)
    {
        lock (_lock)
        {
            _current = attempt;
            if (!IsLost)
            {
                return;
            }
        }

        attempt.Supersede([]);
    }

    public void Lose()
    {
        AttemptScope? running;
        lock (_lock)
        {
            IsLost = true;
            running = _current;
        }

        running?.Supersede([]);
    }
}
