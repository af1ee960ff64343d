using System.Threading.Channels;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.Records;

/// <summary>Carries finished requests from their path to the record sinks: bounded, in order, one reader.</summary>
internal sealed partial class RecordQueue : IAsyncDisposable
{
    public const int Capacity = 65_536;

    /// <summary>How long disposing waits for the records that were accepted, before their sinks' token is cancelled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<FinishedRequest> _channel = Channel.CreateBounded<FinishedRequest>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly IRecordLearner[] _learners;
    private readonly IRoutingRecordSink[] _sinks;
    private readonly RoutingTelemetry _telemetry;
    private readonly ILogger<RecordQueue> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _reader;
    private long _accepted;
    private long _finished;

    public RecordQueue(IEnumerable<IRecordLearner> learners, IEnumerable<IRoutingRecordSink> sinks, RoutingTelemetry telemetry, ILogger<RecordQueue> logger)
    {
        _learners = [.. learners];
        _sinks = [.. sinks];
        _telemetry = telemetry;
        _logger = logger;
        _reader = Task.Run(ReadAllAsync);
    }

    /// <summary>Accepts a finished request; a full queue drops it, counted.</summary>
    public void Add(FinishedRequest request)
    {
        if (_channel.Writer.TryWrite(request))
        {
            Interlocked.Increment(ref _accepted);
        }
        else
        {
            _telemetry.RecordDropped();
        }
    }

    /// <summary>Waits until every request accepted before the call has been offered to every sink.</summary>
    public async Task FlushAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var target = Interlocked.Read(ref _accepted);
        while (Interlocked.Read(ref _finished) < target)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), time, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // What was accepted is still written: the reader ends by itself once the channel is empty. A sink that hangs is not waited for.
        _channel.Writer.TryComplete();
        try
        {
            await _reader.WaitAsync(Patience, TimeProvider.System).ConfigureAwait(false);
            _stopping.Dispose();
        }
        catch (TimeoutException)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            LogGaveUp(Interlocked.Read(ref _accepted) - Interlocked.Read(ref _finished));
        }
    }

    private async Task ReadAllAsync()
    {
        await foreach (var finished in _channel.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await WriteAsync(finished).ConfigureAwait(false);
            Interlocked.Increment(ref _finished);
        }
    }

    private async Task WriteAsync(FinishedRequest finished)
    {
        RoutingRecord record;
#pragma warning disable CA1031 // A record that cannot be made or written must not take the ones behind it along.
        try
        {
            record = finished.ToRecord();
            _telemetry.Recorded(record);
        }
        catch (Exception exception)
        {
            _telemetry.SinkFailed("record");
            LogRecordFailed(exception, finished.Decision.Id);
            return;
        }

        foreach (var learner in _learners)
        {
            try
            {
                learner.Learn(record);
            }
            catch (Exception exception)
            {
                _telemetry.SinkFailed(learner.GetType().Name);
                LogLearnerFailed(exception, learner.GetType().Name, record.Decision.Id);
            }
        }

        foreach (var sink in _sinks)
        {
            try
            {
                await sink.WriteAsync(record, _stopping.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                _telemetry.SinkFailed(sink.GetType().Name);
                LogSinkFailed(exception, sink.GetType().Name, record.Decision.Id);
            }
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The record of decision {Decision} could not be made.")]
    private partial void LogRecordFailed(Exception exception, Guid decision);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "{Learner} could not learn from the record of decision {Decision}.")]
    private partial void LogLearnerFailed(Exception exception, string learner, Guid decision);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The sinks did not take {Count} records before the application stopped.")]
    private partial void LogGaveUp(long count);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The sink {Sink} did not take the record of decision {Decision}.")]
    private partial void LogSinkFailed(Exception exception, string sink, Guid decision);
}
