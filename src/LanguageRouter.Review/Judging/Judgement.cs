using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Judging;

/// <summary>Represents what a judge said of two answers to the same request.</summary>
/// <param name="Score">1 where the first answer is better, 0 where the second is, 0.5 for a tie; <see langword="null"/> where the judge gave no valid judgement.</param>
/// <param name="Cost">What the judge's calls cost, measured.</param>
/// <param name="Failure">Why there is no judgement, a code without text; <see langword="null"/> where there is one.</param>
public readonly record struct Judgement(double? Score, CostInterval Cost, string? Failure);
