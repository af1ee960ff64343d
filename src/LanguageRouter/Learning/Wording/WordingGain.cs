namespace LanguageRouter.Learning;

/// <summary>Represents what choosing between two models by wording gained on prompts that were left out, in points of 0 to 100 over the better model.</summary>
/// <param name="One">One model.</param>
/// <param name="Other">The other model.</param>
/// <param name="ScoredBy">The judge that scored the choices; another than the one learnt from, unless there was only one.</param>
/// <param name="Low">The lower end of the 95 % interval over prompts.</param>
/// <param name="Estimate">The gain.</param>
/// <param name="High">The upper end.</param>
public sealed record WordingGain(string One, string Other, string ScoredBy, double Low, double Estimate, double High);
