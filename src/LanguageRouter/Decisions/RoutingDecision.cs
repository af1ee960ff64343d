using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Decisions;

/// <summary>Represents which route a request takes, and why.</summary>
/// <remarks>Immutable and safe for concurrent use. It holds no text of the request.</remarks>
[JsonConverter(typeof(RoutingDecisionJsonConverter))]
public sealed record RoutingDecision
{
    /// <summary>Gets the identifier, by which feedback refers to the decision.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the tenant; empty where the application has none.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the version of the policy.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>Gets the tenant's mode.</summary>
    public required RoutingMode Mode { get; init; }

    /// <summary>Gets the signals.</summary>
    public required RequestSignals Signals { get; init; }

    /// <summary>Gets the route that the decision picks.</summary>
    public required Route Chosen { get; init; }

    /// <summary>Gets the route that the request is sent to: <see cref="Chosen"/>, or the default route where the tenant observes.</summary>
    public required Route Target { get; init; }

    /// <summary>Gets the best eligible route after the chosen one; <see langword="null"/> where there is none.</summary>
    public Route? RunnerUp { get; init; }

    /// <summary>Gets the total of the chosen route less the runner-up's; 0 where there is none.</summary>
    public double Margin { get; init; }

    /// <summary>Gets the reasons, as <see cref="ReasonCodes"/>, the weightiest first.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>Gets how the decision came about.</summary>
    public required DecisionOrigin Origin { get; init; }

    /// <summary>Gets the probability with which this choice was made, of 0 to 1: below 1 only where an experiment or exploration drew it. Off-policy estimates need it.</summary>
    public double Propensity { get; init; } = 1;

    /// <summary>Gets what leaving the conversation's route would cost and gain; <see langword="null"/> where no conversation keeps one, or no other route is eligible.</summary>
    public RouteSwitch? Switch { get; init; }

    /// <summary>Gets the score of every configured route, in configured order. Those of a cached decision are of the request it was first made for.</summary>
    public required ImmutableArray<RouteScore> Scores { get; init; }

    /// <summary>Gets the score of a route.</summary>
    /// <param name="route">The route's name.</param>
    /// <returns>The score, or <see langword="null"/> where no such route is configured.</returns>
    public RouteScore? ScoreOf(string route)
    {
        foreach (var score in Scores)
        {
            if (score.Route.Name == route)
            {
                return score;
            }
        }

        return null;
    }
}
