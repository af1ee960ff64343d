using System.Collections.Immutable;
using LanguageRouter.Decisions;

namespace LanguageRouter.Tool.Simulation;

/// <summary>The decision about one request, and its exact tokens in every tokenizer of the catalog, in the catalog's order.</summary>
internal sealed record SimulatedRequest(RoutingDecision Decision, ImmutableArray<int> ExactTokens);
