using System.Collections.Concurrent;
using System.Text.Json;
using LanguageRouter.Records;
using LanguageRouter.Telemetry;

namespace LanguageRouter.Scoring.Usage;

/// <summary>Learns from the usage that providers report, tenant by tenant: how their counts differ from the estimates, and how long answers get.</summary>
/// <remarks>
/// Safe for concurrent use. The router feeds it off the request's path, one record after another, and a decision reads what was learnt when
/// its request arrived. It holds numbers by model, language and task kind, never text, and no tenant's are read for another. Registered by
/// <c>AddLanguageRouting</c>; what is learnt is kept over a restart by <c>AddLanguageRouterReview</c>, or by <see cref="ExportAsync"/> and
/// <see cref="ImportAsync"/>.
/// </remarks>
public sealed class UsageLearning : IRecordLearner
{
    /// <summary>The most tenants that are kept; the one that was learnt of longest ago gives way.</summary>
    internal const int MostTenants = 1_024;

    private readonly ConcurrentDictionary<string, LearntUsage> _tenants = new(StringComparer.Ordinal);
    private readonly RoutingTelemetry? _telemetry;
    private readonly Lock _writing = new();
    private long _learnt;

    /// <summary>Initializes a new instance of the <see cref="UsageLearning"/> class that knows nothing yet.</summary>
    public UsageLearning()
    {
    }

    internal UsageLearning(RoutingTelemetry telemetry) => _telemetry = telemetry;

    /// <summary>Gets the tenants of which something was learnt.</summary>
    public IReadOnlyCollection<string> Tenants => [.. _tenants.Keys];

    /// <summary>Forgets everything that was learnt of a tenant.</summary>
    /// <param name="tenant">The tenant; empty for none.</param>
    /// <returns>Whether there was anything.</returns>
    public bool Reset(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        lock (_writing)
        {
            return _tenants.TryRemove(tenant, out _);
        }
    }

    /// <summary>Gets the errors of a tenant's estimates, the most observed first.</summary>
    /// <param name="tenant">The tenant; empty for none.</param>
    /// <returns>One entry for each model, language and path, and for each model, language and task kind.</returns>
    public IReadOnlyList<EstimateError> ErrorsOf(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var usage = Of(tenant) ?? LearntUsage.Empty;
        var counts = usage.Counts.Select(pair => new EstimateError
        {
            Model = pair.Key.Model,
            Language = pair.Key.Language,
            Call = (pair.Key.Path, pair.Key.Leg),
            Observations = pair.Value.Observations,
            Error = pair.Value.Error,
            UncorrectedError = pair.Value.UncorrectedError,
        });
        var answers = usage.Answers.Select(pair => new EstimateError
        {
            Model = pair.Key.Model,
            Language = pair.Key.Language,
            Task = pair.Key.Task,
            Observations = pair.Value.Observations,
            Error = pair.Value.Error,
            UncorrectedError = pair.Value.UncorrectedError,
            ShareWithinEnds = pair.Value.Within,
        });
        return [.. counts.Concat(answers)
            .OrderByDescending(error => error.Observations)
            .ThenBy(error => error.Model, StringComparer.Ordinal)
            .ThenBy(error => error.Language, StringComparer.Ordinal)];
    }

    /// <summary>Writes what was learnt of all tenants as JSON.</summary>
    /// <param name="destination">The stream; it stays open.</param>
    /// <param name="cancellationToken">The token that cancels the call.</param>
    /// <returns>A task that ends when all is written.</returns>
    public Task ExportAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var snapshot = UsageSnapshot.Of(_tenants);
        return JsonSerializer.SerializeAsync(destination, snapshot, UsageSnapshotJson.Default.UsageSnapshot, cancellationToken);
    }

    /// <summary>Reads what <see cref="ExportAsync"/> wrote. It takes the place of what is known of the tenants in it, whole or not at all.</summary>
    /// <param name="source">The stream; it stays open.</param>
    /// <param name="cancellationToken">The token that cancels the call.</param>
    /// <returns>A task that ends when all is read.</returns>
    /// <exception cref="FormatException">It is no snapshot, or one of another version; the message names the entry.</exception>
    public async Task ImportAsync(Stream source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        UsageSnapshot? snapshot;
        try
        {
            snapshot = await JsonSerializer.DeserializeAsync(source, UsageSnapshotJson.Default.UsageSnapshot, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The snapshot of learnt usage is not valid at {exception.Path}, line {exception.LineNumber + 1}. Fix: import a file that ExportAsync wrote.", exception);
        }

        var tenants = (snapshot ?? new UsageSnapshot()).Read();
        lock (_writing)
        {
            foreach (var (tenant, usage) in tenants)
            {
                Put(tenant, usage);
            }
        }
    }

    /// <summary>What was learnt of a tenant so far; null for nothing.</summary>
    internal LearntUsage? Of(string tenant) => _tenants.TryGetValue(tenant, out var usage) ? usage : null;

    void IRecordLearner.Learn(RoutingRecord record)
    {
        // One background task calls; the lock is against an import at the same time.
        lock (_writing)
        {
            var known = Of(record.Decision.Tenant) ?? LearntUsage.Empty;
            var usage = RecordedUsage.Learn(known, record, _telemetry);
            if (!ReferenceEquals(usage, known))
            {
                Put(record.Decision.Tenant, usage);
            }
        }
    }

    private void Put(string tenant, LearntUsage usage)
    {
        if (_tenants.Count >= MostTenants && !_tenants.ContainsKey(tenant))
        {
            _tenants.TryRemove(_tenants.MinBy(pair => pair.Value.LastLearnt).Key, out _);
        }

        _tenants[tenant] = usage.LearntAt(++_learnt);
    }
}
