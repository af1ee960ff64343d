using System.Collections.Concurrent;
using LanguageRouter.Records;

namespace HelloRouter;

/// <summary>Keeps the records in memory, for the summary at the end.</summary>
internal sealed class ListSink : IRoutingRecordSink
{
    private readonly ConcurrentQueue<RoutingRecord> _records = new();

    public IReadOnlyCollection<RoutingRecord> Records => _records;

    public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
    {
        _records.Enqueue(record);
        return ValueTask.CompletedTask;
    }
}
