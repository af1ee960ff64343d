namespace LanguageRouter.Signals.Tasks;

/// <summary>One phrase of the tables.</summary>
/// <param name="Text">The phrase, folded: lower case, half-width ASCII, no space beside Japanese.</param>
/// <param name="Facts">What it means.</param>
/// <param name="Evidence">The code that a finding shows for it.</param>
internal sealed record TaskPhrase(string Text, PhraseFacts Facts, string Evidence);
