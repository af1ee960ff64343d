using System.Collections.Concurrent;

namespace LanguageRouter.Paths.Translation;

/// <summary>Measures per tenant how often the translations of one translator pass verification at the first attempt, and closes where too many fail.</summary>
/// <remarks>
/// Safe for concurrent use. Closed where the lower end of the 95 % Wilson interval of the failure rate is above the
/// limit; after a pause a closed gate forgets most of its sample and is open for measuring again. Tenants beyond the first 10,000 are not measured.
/// </remarks>
internal sealed class FidelityGate(TimeProvider time)
{
    private const int MostTenants = 10_000;
    private const int LargestSample = 5_000;

    private readonly ConcurrentDictionary<string, Sample> _samples = new(StringComparer.Ordinal);
    private int _closed;

    /// <summary>Gets a value indicating whether the gate may be closed for some tenant: most decisions need not look further.</summary>
    public bool IsClosedForSome => Volatile.Read(ref _closed) > 0;

    public void Count(string? tenant, FidelityLimits limits, int segments, int failed)
    {
        if (Find(tenant, create: true) is not { } sample)
        {
            return;
        }

        lock (sample)
        {
            (sample.Minimum, sample.Pause) = (limits.MinimumSample, limits.Pause);
            sample.Segments += segments;
            sample.Failed += failed;
            if (sample.Segments > LargestSample)
            {
                // The past weighs half: a translator that got better or worse shows within some thousand sentences.
                sample.Segments /= 2;
                sample.Failed /= 2;
            }

            if (sample.ClosedAt is null && sample.Segments >= limits.MinimumSample && Lower(sample.Failed, sample.Segments) > limits.HighestFailureRate)
            {
                sample.ClosedAt = time.GetTimestamp();
                Interlocked.Increment(ref _closed);
            }
        }
    }

    /// <summary>Reads the sample of a tenant; a gate whose pause is over opens.</summary>
    public TranslationFidelity Read(string? tenant)
    {
        if (Find(tenant, create: false) is not { } sample)
        {
            return new TranslationFidelity(0, 0, true);
        }

        lock (sample)
        {
            if (sample.ClosedAt is { } at && time.GetElapsedTime(at) >= sample.Pause)
            {
                sample.ClosedAt = null;
                Interlocked.Decrement(ref _closed);
                var keep = sample.Minimum / 2.0 / Math.Max(1, sample.Segments);
                sample.Failed = (int)(sample.Failed * Math.Min(1, keep));
                sample.Segments = (int)(sample.Segments * Math.Min(1, keep));
            }

            return new TranslationFidelity(sample.Segments, sample.Failed, sample.ClosedAt is null);
        }
    }

    private Sample? Find(string? tenant, bool create)
    {
        var key = tenant is null ? "" : "t:" + tenant;
        return _samples.TryGetValue(key, out var sample) ? sample
            : create && _samples.Count < MostTenants ? _samples.GetOrAdd(key, static _ => new Sample())
            : null;
    }

    private static double Lower(int failed, int all)
    {
        const double z = 1.96;
        var p = (double)failed / all;
        var spread = z * Math.Sqrt((p * (1 - p) / all) + (z * z / (4.0 * all * all)));
        return (p + (z * z / (2.0 * all)) - spread) / (1 + (z * z / all));
    }

    private sealed class Sample
    {
        public int Segments { get; set; }

        public int Failed { get; set; }

        public long? ClosedAt { get; set; }

        /// <summary>Gets or sets the minimum sample and the pause of the tenant's limits when it was last measured.</summary>
        public int Minimum { get; set; }

        public TimeSpan Pause { get; set; }
    }
}
