using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LanguageRouter.Paths;
using LanguageRouter.Routes;

namespace LanguageRouter.Scoring;

/// <summary>Represents what a request would cost on one route, by leg.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. The total is computed at once, <see cref="Legs"/> on demand by the same function,
/// so that a decision that nobody inspects does not pay for its explanation.
/// </remarks>
public sealed class RouteBill
{
    private readonly Route _route;
    private readonly RequestVolumes _volumes;

    private RouteBill(Route route, RequestVolumes volumes, CostInterval total)
    {
        _route = route;
        _volumes = volumes;
        Total = total;
    }

    /// <summary>Gets the sum of the legs; unknown where one leg is unknown.</summary>
    public CostInterval Total { get; }

    /// <summary>Gets the legs in the order of their execution.</summary>
    public ImmutableArray<BillLeg> Legs
    {
        get
        {
            LegBuffer buffer = default;
            return [.. buffer[..BillLegs.Write(_route, _volumes, buffer)]];
        }
    }

    /// <summary>What the answer makes of the likely total: nothing of it would be paid for an answer of no length.</summary>
    internal decimal AnswerUsd => Total.LikelyUsd - Estimate(_route, _volumes.WithoutAnswer()).Total.LikelyUsd;

    /// <summary>The tokens that are expected to be read from the provider's prompt cache.</summary>
    internal int WarmTokens => Legs.FirstOrDefault(leg => leg.Kind == LegKind.Answer).CachedInputTokens.Likely;

    /// <summary>What the likely total would be more if nothing of the prefix were in the provider's prompt cache.</summary>
    internal decimal WarmUsd => _volumes.WarmRoute == _route.Name ? Estimate(_route, _volumes with { WarmRoute = null }).Total.LikelyUsd - Total.LikelyUsd : 0;

    /// <summary>What translating the earlier turns makes of the likely total.</summary>
    internal decimal RetranslationUsd => _volumes.TranslatesHistory && _route.Kind == RouteKind.Translated
        ? Total.LikelyUsd - Estimate(_route, _volumes with { TranslatesHistory = false }).Total.LikelyUsd
        : 0;

    /// <summary>Estimates the bill of a route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="volumes">The amounts; a tokenizer that they lack makes the bill unknown.</param>
    /// <returns>The bill.</returns>
    public static RouteBill Estimate(Route route, RequestVolumes volumes)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(volumes);
        LegBuffer buffer = default;
        var count = BillLegs.Write(route, volumes, buffer);
        var total = CostInterval.Exact(0);
        foreach (ref readonly var leg in buffer[..count])
        {
            total += leg.Cost;
        }

        return new RouteBill(route, volumes, total);
    }

    [InlineArray(BillLegs.MaxLegs)]
    private struct LegBuffer
    {
        private BillLeg _first;
    }
}
