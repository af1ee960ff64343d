using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>Represents one route's answer to a request that was run by itself, with its account.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Attempt">What happened and what it cost.</param>
public sealed record RouteRun(ChatResponse Response, RouteAttempt Attempt);
