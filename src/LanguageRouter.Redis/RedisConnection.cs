using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace LanguageRouter.Redis;

/// <summary>The connection to Redis, begun at once, and whether it is there. Nothing waits for it longer than the options say.</summary>
internal sealed partial class RedisConnection : IAsyncDisposable
{
    private readonly Task<IConnectionMultiplexer> _connection;
    private readonly bool _owns;
    private readonly TimeProvider _time;
    private readonly ILogger<RedisConnection> _logger;
    private readonly Counter<long> _failures;
    private int _isAway;

    public RedisConnection(Func<Task<IConnectionMultiplexer>> connect, bool owns, RedisRoutingOptions options, TimeProvider time, Meter meter, ILogger<RedisConnection> logger)
    {
        _connection = Task.Run(connect);
        _owns = owns;
        _time = time;
        _logger = logger;
        Options = options;
        Keys = new RedisKeys(options.KeyPrefix);
        _failures = meter.CreateCounter<long>("language_router.redis.failures", "{failure}", "Calls that Redis did not answer in time or at all, by operation.");
    }

    public RedisRoutingOptions Options { get; }

    public RedisKeys Keys { get; }

    /// <summary>Runs one command; null where Redis is away, which is never an error of the request.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled. Whether the command ran is not known.</exception>
    public async ValueTask<T?> TryAsync<T>(string operation, Func<IDatabase, Task<T>> command, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await _connection.WaitAsync(Options.Timeout, _time, cancellationToken).ConfigureAwait(false);
            var result = await command(connection.GetDatabase()).WaitAsync(Options.Timeout, _time, cancellationToken).ConfigureAwait(false);
            if (Interlocked.Exchange(ref _isAway, 0) == 1)
            {
                LogBack();
            }

            return result;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            // The message of the exception stays out of the log: it may quote settings of the connection.
            _failures.Add(1, new KeyValuePair<string, object?>("language_router.redis.operation", operation));
            if (Interlocked.Exchange(ref _isAway, 1) == 0)
            {
                LogAway(operation, exception.GetType().Name);
            }

            return default;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_owns && _connection.IsCompletedSuccessfully)
        {
            await (await _connection.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "Redis did not answer '{Operation}' ({Error}). Budgets follow each tenant's WhenUnavailable until it is back; conversations are known to this process alone.")]
    private partial void LogAway(string operation, string error);

    [LoggerMessage(EventId = 31, Level = LogLevel.Information, Message = "Redis is back.")]
    private partial void LogBack();
}
