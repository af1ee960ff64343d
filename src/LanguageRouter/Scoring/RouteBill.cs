using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Signals;

namespace LanguageRouter.Scoring;

/// <summary>Represents what a request would cost on one route, by leg.</summary>
/// <remarks>
/// Immutable and safe for concurrent use; the default value is an unknown bill. The total is computed at once, <see cref="Legs"/> on demand by the same function,
/// so that a decision that nobody inspects does not pay for its explanation.
/// </remarks>
public readonly record struct RouteBill
{
    private readonly Route _route;
    private readonly object? _source;
    private readonly PackedCost _total;

    private RouteBill(Route route, object source, in CostInterval total)
    {
        _route = route;
        _source = source;
        _total = PackedCost.Of(total);
    }

    /// <summary>Gets the sum of the legs; unknown where one leg is unknown.</summary>
    public CostInterval Total => _source is null ? CostInterval.Unknown("nothing was billed") : _total.TryUnpack(out var total) ? total : Sum(Legs.AsSpan());

    /// <summary>Whether the total is known, without making it.</summary>
    internal bool IsKnown => (_source is not null && _total.TryGetLikely(out _)) || Total.IsKnown;

    /// <summary>The expected amount for comparing, without making the total; 0 where unknown.</summary>
    internal double LikelyUsd => _source is null ? 0 : _total.TryGetLikely(out var likely) ? likely : (double)Total.LikelyUsd;

    /// <summary>Gets the legs in the order of their execution.</summary>
    public ImmutableArray<BillLeg> Legs
    {
        get
        {
            LegBuffer buffer = default;
            return [.. buffer[..Write(buffer)]];
        }
    }

    /// <summary>What the answer makes of the likely total: nothing of it would be paid for an answer of no length.</summary>
    internal decimal AnswerUsd => Volumes() is { } volumes ? Total.LikelyUsd - Estimate(_route, volumes.WithoutAnswer()).Total.LikelyUsd : 0;

    /// <summary>The tokens that are expected to be read from the provider's prompt cache.</summary>
    internal int WarmTokens => Legs.FirstOrDefault(leg => leg.Kind == LegKind.Answer).CachedInputTokens.Likely;

    /// <summary>What the likely total would be more if nothing of the prefix were in the provider's prompt cache.</summary>
    internal decimal WarmUsd => Volumes() is { } volumes && volumes.WarmRoute == _route.Name ? Estimate(_route, volumes with { WarmRoute = null }).Total.LikelyUsd - Total.LikelyUsd : 0;

    /// <summary>What translating the earlier turns makes of the likely total.</summary>
    internal decimal RetranslationUsd => Volumes() is { TranslatesHistory: true } volumes && _route.Kind == RouteKind.Translated
        ? Total.LikelyUsd - Estimate(_route, volumes with { TranslatesHistory = false }).Total.LikelyUsd
        : 0;

    /// <summary>Estimates the bill of a route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="volumes">The amounts; a tokenizer that they lack makes the bill unknown.</param>
    /// <returns>The bill.</returns>
    public static RouteBill Estimate(Route route, RequestVolumes volumes)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(volumes);
        return Estimate(route, volumes.View());
    }

    internal static RouteBill Estimate(Route route, in VolumeView volumes)
    {
        LegBuffer buffer = default;
        return new RouteBill(route, volumes.Source, Sum(buffer[..BillLegs.Write(route, volumes, buffer)]));
    }

    private static CostInterval Sum(ReadOnlySpan<BillLeg> legs)
    {
        var total = legs[0].Cost;
        foreach (ref readonly var leg in legs[1..])
        {
            total += leg.Cost;
        }

        return total;
    }

    private int Write(Span<BillLeg> legs)
    {
        if (_source is null)
        {
            return 0;
        }

        if (_source is RequestVolumes volumes)
        {
            return BillLegs.Write(_route, volumes.View(), legs);
        }

        var basis = _source as BillBasis;
        var signals = basis?.Signals ?? (RequestSignals)_source;
        VolumeRoom room = default;
        TokenizerNames names = default;
        return BillLegs.Write(_route, VolumeEstimator.View(_source, signals, basis?.Usage, Tokenizers(ref names), room), legs);
    }

    // The amounts that the bill was made from.
    private RequestVolumes? Volumes()
    {
        if (_source is null or RequestVolumes)
        {
            return (RequestVolumes?)_source;
        }

        var basis = _source as BillBasis;
        TokenizerNames names = default;
        return VolumeEstimator.Estimate(basis?.Signals ?? (RequestSignals)_source, Tokenizers(ref names), measuredAnswer: null, basis?.Usage);
    }

    private ReadOnlySpan<string> Tokenizers(ref TokenizerNames names)
    {
        var count = 0;
        Add(ref names, ref count, _route.Model.Tokenizer);
        Add(ref names, ref count, _route.Translator?.Model?.Tokenizer);
        return names[..count];
    }

    private static void Add(ref TokenizerNames names, ref int count, string? tokenizer)
    {
        if (tokenizer is not null && (count == 0 || names[0] != tokenizer))
        {
            names[count++] = tokenizer;
        }
    }

    [InlineArray(BillLegs.MaxLegs)]
    private struct LegBuffer
    {
        private BillLeg _first;
    }

    [InlineArray(2)]
    private struct TokenizerNames
    {
        private string _first;
    }
}
