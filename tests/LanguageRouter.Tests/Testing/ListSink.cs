using System.Collections.Concurrent;
using LanguageRouter.Records;

namespace LanguageRouter.Tests.Testing;

/// <summary>Keeps every record.</summary>
internal sealed class ListSink : IRoutingRecordSink
{
    private readonly ConcurrentQueue<RoutingRecord> _records = new();

    public IReadOnlyList<RoutingRecord> Records => [.. _records];

    public ValueTask WriteAsync(RoutingRecord record, CancellationToken cancellationToken)
    {
        _records.Enqueue(record);
        return ValueTask.CompletedTask;
    }
}
