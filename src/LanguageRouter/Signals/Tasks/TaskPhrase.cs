namespace LanguageRouter.Signals.Tasks;

/// <summary>One phrase of the tables.</summary>
/// <param name="Text">The phrase, folded: lower case, half-width ASCII, no space beside Japanese.</param>
/// <param name="Cue">What it is evidence for.</param>
/// <param name="Part">Which part of a request about wording it is.</param>
/// <param name="Weight">How strong it is where it counts in full (judgement).</param>
/// <param name="Weak">How strong it is where only the word is there (judgement).</param>
/// <param name="Use">Where it counts.</param>
/// <param name="Evidence">The code that a finding shows for it.</param>
internal sealed record TaskPhrase(string Text, Cue Cue, Part Part, int Weight, int Weak, PhraseUse Use, string Evidence);
