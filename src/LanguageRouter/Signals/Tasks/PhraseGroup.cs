namespace LanguageRouter.Signals.Tasks;

/// <summary>Phrases that share what they mean, as the vocabulary files write them.</summary>
/// <param name="Cue">What each is evidence for.</param>
/// <param name="Use">Where each counts.</param>
/// <param name="Weight">How strong each is (judgement).</param>
/// <param name="Weak">How strong each is where only the word is there (judgement).</param>
/// <param name="Words">The phrases, divided by <c>|</c> and line breaks.</param>
internal readonly record struct PhraseGroup(Cue Cue, PhraseUse Use, byte Weight, byte Weak, string Words)
{
    /// <summary>Creates a group of phrases that are one part of a request about wording.</summary>
    /// <param name="part">The part; none for phrases that only hide others.</param>
    /// <param name="use">Where each counts.</param>
    /// <param name="words">The phrases.</param>
    public PhraseGroup(Part part, PhraseUse use, string words)
        : this(Cue.Part, use, 1, 0, words)
    {
        Part = part;
    }

    /// <summary>The part that each is, where <see cref="Cue"/> says that they are parts.</summary>
    public Part Part { get; }

    public IEnumerable<TaskPhrase> Phrases()
    {
        foreach (var word in Words.Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var text = word.TrimStart().Replace("\\n", "\n", StringComparison.Ordinal);
            if (text.Length > 0)
            {
                yield return new TaskPhrase(text, new PhraseFacts(Cue, Use, Weight, Weak, Part), $"keyword:{word.Trim()}");
            }
        }
    }
}
