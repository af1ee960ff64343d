namespace LanguageRouter.Redis;

/// <summary>Represents how the router uses Redis. It holds no secret.</summary>
public sealed class RedisRoutingOptions
{
    /// <summary>Gets or sets what all keys begin with. Default: <c>language_router</c>. Applications that share a Redis and must not share budgets use different ones.</summary>
    public string KeyPrefix { get; set; } = "language_router";

    /// <summary>Gets or sets how long a request waits for a Redis that does not answer; while it is known to be away none waits. Default: 250 ms.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets or sets the most settlements that wait in memory while Redis is away. Default: 100,000.</summary>
    public int PendingSettlements { get; set; } = 100_000;

    internal void Validate()
    {
        if (string.IsNullOrEmpty(KeyPrefix) || KeyPrefix.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-' or '.' or ':')))
        {
            throw new ArgumentException($"KeyPrefix is '{KeyPrefix}'. Fix: write letters, digits, '_', '-', '.' and ':' only.", nameof(KeyPrefix));
        }

        if (Timeout <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(Timeout), Timeout, "Timeout is not above 0. Fix: write a duration that a request may wait, such as 00:00:00.250.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PendingSettlements);
    }
}
