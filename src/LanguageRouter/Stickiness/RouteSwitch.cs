using LanguageRouter.Routes;

namespace LanguageRouter.Stickiness;

/// <summary>Represents the question whether a conversation should leave its route: what the switch costs, and what it gains.</summary>
public sealed record RouteSwitch
{
    /// <summary>Gets the route that the conversation is on.</summary>
    public required Route From { get; init; }

    /// <summary>Gets the best other route.</summary>
    public required Route To { get; init; }

    /// <summary>Gets the tokens that the provider of <see cref="From"/> holds in its prompt cache and would read at the cached price.</summary>
    public required int WarmTokens { get; init; }

    /// <summary>Gets what leaving loses: the warm tokens at the difference of the input prices. It is in the bill of <see cref="From"/>, as a lower price.</summary>
    public required decimal LostCacheUsd { get; init; }

    /// <summary>Gets what translating the earlier turns costs. It is in the bill of <see cref="To"/>.</summary>
    public required decimal RetranslationUsd { get; init; }

    /// <summary>Gets what the switch costs altogether, in USD.</summary>
    public decimal CostUsd => LostCacheUsd + RetranslationUsd;

    /// <summary>Gets the total of <see cref="To"/> less that of <see cref="From"/>, for each of the expected requests, the cost of the switch taken off. Above the policy's margin the conversation switches.</summary>
    public required double Gain { get; init; }
}
