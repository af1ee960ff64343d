using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace LanguageRouter.Redis;

/// <summary>The connection to Redis, begun at once, and whether it is there. Nothing waits for it longer than the options say.</summary>
internal sealed partial class RedisConnection : IAsyncDisposable
{
    private const int Answers = 0;
    private const int Away = 1;
    private const int AnswersWithErrors = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Task<IConnectionMultiplexer> _connection;
    private readonly bool _owns;
    private readonly TimeProvider _time;
    private readonly ILogger<RedisConnection> _logger;
    private readonly Counter<long> _failures;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private volatile Task _search = Task.CompletedTask;
    private int _state;

    public RedisConnection(Func<Task<IConnectionMultiplexer>> connect, bool owns, RedisRoutingOptions options, TimeProvider time, Meter meter, ILogger<RedisConnection> logger)
    {
        _stopped = _stopping.Token;
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

    /// <summary>
    /// Runs one command; null where Redis is away, which is never an error of the request. The first call that gets no answer waits for the
    /// time-out; from then on none waits until Redis answers again.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller cancelled. Whether the command ran is not known.</exception>
    public async ValueTask<T?> TryAsync<T>(string operation, Func<IDatabase, Task<T>> command, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _state) != Away)
        {
            var running = RunAsync(command);
            try
            {
                var result = await running.WaitAsync(Options.Timeout, _time, cancellationToken).ConfigureAwait(false);
                if (Volatile.Read(ref _state) == AnswersWithErrors && Interlocked.CompareExchange(ref _state, Answers, AnswersWithErrors) == AnswersWithErrors)
                {
                    LogBack();
                }

                return result;
            }
            catch (RedisServerException exception)
            {
                // It is there, and nobody has to wait for it.
                if (Interlocked.CompareExchange(ref _state, AnswersWithErrors, Answers) == Answers)
                {
                    LogAway(operation, exception.GetType().Name);
                }
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
            {
                // The message of the exception stays out of the log: it may quote settings of the connection.
                if (Interlocked.Exchange(ref _state, Away) != Away)
                {
                    LogAway(operation, exception.GetType().Name);
                    _search = Task.Run(SearchAsync, _stopped);
                }
            }
            finally
            {
                if (!running.IsCompleted)
                {
                    // Nobody waits for it any longer, and it may still fail.
                    _ = running.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                }
            }
        }

        _failures.Add(1, new KeyValuePair<string, object?>("language_router.redis.operation", operation));
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _search.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        if (_owns && _connection.IsCompletedSuccessfully)
        {
            await (await _connection.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<T> RunAsync<T>(Func<IDatabase, Task<T>> command)
    {
        var connection = await _connection.ConfigureAwait(false);
        return connection.IsConnected
            ? await command(connection.GetDatabase()).ConfigureAwait(false)
            : throw new RedisException("There is no connection.");
    }

    // Asks until Redis answers. Requests go on without it meanwhile.
    private async Task SearchAsync()
    {
        try
        {
            while (!await IsThereAsync().ConfigureAwait(false))
            {
                await Task.Delay(Pause, _time, _stopped).ConfigureAwait(false);
            }

            LogBack();
        }
        finally
        {
            Volatile.Write(ref _state, Answers);
        }
    }

    private async Task<bool> IsThereAsync()
    {
        try
        {
            await RunAsync(database => database.PingAsync()).WaitAsync(Options.Timeout, _time, _stopped).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "Redis did not answer '{Operation}' ({Error}). Budgets follow each tenant's WhenUnavailable until it is back; conversations are known to this process alone.")]
    private partial void LogAway(string operation, string error);

    [LoggerMessage(EventId = 31, Level = LogLevel.Information, Message = "Redis is back.")]
    private partial void LogBack();
}
