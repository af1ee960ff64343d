using System.Diagnostics.Metrics;

namespace LanguageRouter.Review.Recording;

/// <summary>The store's instruments on the meter <c>LanguageRouter</c>. docs/telemetry.md lists every name.</summary>
internal sealed class StoreTelemetry
{
    private readonly Counter<long> _committed;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _commit;

    public StoreTelemetry(IMeterFactory? meters, StoreStatus status)
    {
        // The factory owns its meters; one made here lives as long as the process.
        var meter = meters?.Create("LanguageRouter") ?? new Meter("LanguageRouter");
        _committed = meter.CreateCounter<long>("language_router.store.committed", "{record}", "Records that the store has committed.");
        _dropped = meter.CreateCounter<long>("language_router.store.dropped", "{record}", "Records dropped because the store's queue was full or the application stopped.");
        _failures = meter.CreateCounter<long>("language_router.store.failures", "{failure}", "Writes that failed; the records stay in the queue and are tried again.");
        _commit = meter.CreateHistogram<double>("language_router.store.commit.duration", "s", "Time of one commit.");
        meter.CreateObservableGauge("language_router.store.queued", () => status.Queued, "{record}", "Records that wait for the store.");
        meter.CreateObservableGauge("language_router.store.healthy", () => status.FailingSince is null ? 1 : 0, "{state}", "1 while the store takes records, 0 while its writes fail.");
    }

    public void Committed(int records, TimeSpan duration)
    {
        _committed.Add(records);
        _commit.Record(duration.TotalSeconds);
    }

    public void Dropped(long records) => _dropped.Add(records);

    public void Failed(string error) => _failures.Add(1, new KeyValuePair<string, object?>("error.type", error));
}
