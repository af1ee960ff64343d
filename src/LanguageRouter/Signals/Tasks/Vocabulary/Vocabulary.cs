namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Phrases, and the table that finds them.</summary>
internal sealed class Vocabulary
{
    private readonly string[] _evidence;
    private readonly PhraseFacts[] _facts;

    public Vocabulary(IEnumerable<PhraseGroup> groups)
    {
        var phrases = groups.SelectMany(group => group.Phrases()).DistinctBy(phrase => (phrase.Text, phrase.Facts.Cue, phrase.Facts.Part, phrase.Facts.Use)).ToArray();
        Table = new PhraseTable(phrases.Select(phrase => phrase.Text).ToArray());
        _facts = phrases.Select(phrase => phrase.Facts).ToArray();
        _evidence = phrases.Select(phrase => phrase.Evidence).ToArray();
    }

    /// <summary>Finds the phrases.</summary>
    public PhraseTable Table { get; }

    /// <summary>What each phrase of the table means.</summary>
    public ReadOnlySpan<PhraseFacts> Facts => _facts;

    /// <summary>The code that a finding shows for a phrase.</summary>
    /// <param name="phrase">Its index.</param>
    public string Evidence(int phrase) => _evidence[phrase];
}
