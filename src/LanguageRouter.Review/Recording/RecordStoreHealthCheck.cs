using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LanguageRouter.Review.Recording;

/// <summary>Tells whether the store takes records and keeps what was learnt. Requests never depend on it, so a fault degrades the application and does not fail it.</summary>
internal sealed class RecordStoreHealthCheck(StoreStatus status) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var figures = new Dictionary<string, object> { ["committed"] = status.Committed, ["queued"] = status.Queued, ["dropped"] = status.Dropped, ["failures"] = status.Failures };
        return Task.FromResult(status.FailingSince is { } since
            ? HealthCheckResult.Degraded($"The record store has not taken records since {since:u}: {status.LastFault}", data: figures)
            : status.LearntFault is { } fault ? HealthCheckResult.Degraded(fault, data: figures)
            : HealthCheckResult.Healthy("The record store takes records.", figures));
    }
}
