namespace LanguageRouter.Signals.Tasks;

/// <summary>What a phrase means.</summary>
/// <param name="Cue">What it is evidence for.</param>
/// <param name="Use">Where it counts.</param>
/// <param name="Weight">How strong it is where it counts in full (judgement).</param>
/// <param name="Weak">How strong it is where only the word is there (judgement).</param>
/// <param name="Part">Which part of a request about wording it is.</param>
internal readonly record struct PhraseFacts(Cue Cue, PhraseUse Use, byte Weight, byte Weak, Part Part);
