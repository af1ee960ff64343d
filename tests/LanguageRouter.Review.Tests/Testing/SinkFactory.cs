using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>Makes a sink by hand, without an application around it.</summary>
internal static class SinkFactory
{
    public static RecordStoreSink Create(IRecordStore store, int capacity = 16_384, ILogger<RecordStoreSink>? logger = null)
    {
        var status = new StoreStatus();
        return new RecordStoreSink(
            store,
            new RecordStoreOptions { SqliteFile = "unused", QueueCapacity = capacity, Simulated = true, RetainRecords = null, RetainRollups = null },
            status,
            new StoreTelemetry(null, status),
            TimeProvider.System,
            logger ?? NullLogger<RecordStoreSink>.Instance);
    }
}
