namespace LanguageRouter.Scoring;

/// <summary>Why a route could not be chosen.</summary>
/// <param name="Code">One of <c>ReasonCodes</c>.</param>
/// <param name="Detail">What was compared with what, for people, without text of the request.</param>
public sealed record Exclusion(string Code, string Detail);
