using LanguageRouter.Decisions;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Review.Shadowing;

/// <summary>A request that was answered and is to be run once more. It holds text, in memory only and until it is run.</summary>
internal sealed record ShadowRequest(RoutingDecision Decision, Route Other, IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, string Answer, MoneyCap.Reservation Reservation);
