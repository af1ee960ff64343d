using System.Collections.Concurrent;
using LanguageRouter.Records;

namespace TokenizerAdapterSample;

/// <summary>Keeps every record.</summary>
internal sealed class RecordList : IRoutingRecordSink
{
    private readonly ConcurrentQueue<RoutingRecord> _records = new();

    public IReadOnlyCollection<RoutingRecord> Records => _records;

    public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
    {
        _records.Enqueue(record);
        return ValueTask.CompletedTask;
    }
}
