using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace LanguageRouter.Learning;

/// <summary>Learns from observations how good each route is, tenant by tenant. Decisions read a frozen <see cref="LearntQuality"/>.</summary>
/// <remarks>
/// Safe for concurrent use. It belongs to one process: register it by <c>AddQualityLearning</c> and feed it feedback and comparisons.
/// <c>AddLanguageRouterReview</c> keeps it over a restart, as <see cref="Export"/> and <see cref="Import"/> do elsewhere. Without a learner,
/// decisions rest on the priors.
/// </remarks>
public sealed class QualityLearner
{
    private readonly ConcurrentDictionary<string, LearntQuality> _tenants = new(StringComparer.Ordinal);
    private readonly Func<string, TimeSpan> _halfLifeOf;

    /// <summary>Initializes a new instance of the <see cref="QualityLearner"/> class.</summary>
    /// <param name="halfLife">The age at which an observation counts half, above zero; <see langword="null"/> for 30 days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="halfLife"/> is not above zero.</exception>
    public QualityLearner(TimeSpan? halfLife = null)
    {
        var always = halfLife ?? LearningPolicy.Default.HalfLife;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(always, TimeSpan.Zero, nameof(halfLife));
        _halfLifeOf = _ => always;
    }

    /// <summary>Learns with the half-life that each tenant's policy states at the time.</summary>
    internal QualityLearner(Func<string, TimeSpan> halfLifeOf) => _halfLifeOf = halfLifeOf;

    /// <summary>Gets the tenants of which something was learnt.</summary>
    public IReadOnlyCollection<string> Tenants => [.. _tenants.Keys];

    /// <summary>Gets what was learnt for a tenant.</summary>
    /// <param name="tenant">The tenant; empty where the application has none.</param>
    /// <returns>What was learnt; <see langword="null"/> for nothing yet.</returns>
    public LearntQuality? Of(string tenant) => _tenants.GetValueOrDefault(tenant)?.Under(_halfLifeOf(tenant));

    /// <summary>Learns from an observation.</summary>
    /// <param name="observation">The observation.</param>
    /// <exception cref="ArgumentException">The score is not between 0 and 1, or the route is compared with itself.</exception>
    public void Observe(QualityObservation observation) => Apply(observation, 1);

    /// <summary>Takes an observation back, such as feedback that the user has changed.</summary>
    /// <param name="observation">The observation, equal to the one that was observed.</param>
    /// <exception cref="ArgumentException">The score is not between 0 and 1, or the route is compared with itself.</exception>
    public void Retract(QualityObservation observation) => Apply(observation, -1);

    /// <summary>Forgets everything that was learnt for a tenant.</summary>
    /// <param name="tenant">The tenant; empty where the application has none.</param>
    /// <returns>Whether there was anything.</returns>
    public bool Reset(string tenant) => _tenants.TryRemove(tenant, out _);

    /// <summary>Exports the state.</summary>
    /// <returns>The state as JSON; <see cref="Import"/> reads it.</returns>
    public string Export() => LearntQualityJson.Write(_tenants);

    /// <summary>Replaces the state by an exported one.</summary>
    /// <param name="json">The exported state.</param>
    /// <exception cref="FormatException">The text is not an exported state.</exception>
    public void Import(string json)
    {
        var read = LearntQualityJson.Read(json, _halfLifeOf);
        _tenants.Clear();
        foreach (var (tenant, learnt) in read)
        {
            _tenants[tenant] = learnt;
        }
    }

    private void Apply(QualityObservation observation, int sign)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (observation.Score is not (>= 0 and <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"The score of route '{observation.Route}' is {observation.Score}. Fix: give 0 to 1."), nameof(observation));
        }

        if (observation.Against == observation.Route)
        {
            throw new ArgumentException($"Route '{observation.Route}' is compared with itself.", nameof(observation));
        }

        _tenants.AddOrUpdate(
            observation.Tenant,
            static (_, change) => new LearntQuality(change.HalfLife, ImmutableDictionary<QualityCell, QualitySum>.Empty).With(change.Observation, change.Sign),
            static (_, learnt, change) => learnt.Under(change.HalfLife).With(change.Observation, change.Sign),
            (Observation: observation, Sign: sign, HalfLife: _halfLifeOf(observation.Tenant)));
    }
}
