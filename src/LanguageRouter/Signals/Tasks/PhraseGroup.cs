namespace LanguageRouter.Signals.Tasks;

/// <summary>Phrases that share what they mean, as the vocabulary files write them.</summary>
/// <param name="Cue">What each is evidence for.</param>
/// <param name="Use">Where each counts.</param>
/// <param name="Weight">How strong each is (judgement).</param>
/// <param name="Weak">How strong each is where only the word is there (judgement).</param>
/// <param name="Words">The phrases, divided by <c>|</c> and line breaks.</param>
internal readonly record struct PhraseGroup(Cue Cue, PhraseUse Use, int Weight, int Weak, string Words)
{
    public IEnumerable<TaskPhrase> Phrases()
    {
        foreach (var word in Words.Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return new TaskPhrase(word.Replace("\\n", "\n", StringComparison.Ordinal), Cue, Weight, Weak, Use, $"keyword:{word}");
        }
    }
}
