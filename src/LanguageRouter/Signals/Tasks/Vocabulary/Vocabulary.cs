namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>Phrases, with what they mean.</summary>
internal sealed class Vocabulary
{
    private readonly string[] _evidence;
    private readonly PhraseFacts[] _facts;

    public Vocabulary(IEnumerable<PhraseGroup> groups)
    {
        var phrases = groups.SelectMany(group => group.Phrases()).DistinctBy(phrase => (phrase.Text, phrase.Facts.Cue, phrase.Facts.Part, phrase.Facts.Use)).ToArray();
        Texts = phrases.Select(phrase => phrase.Text).ToArray();
        _facts = phrases.Select(phrase => phrase.Facts).ToArray();
        _evidence = phrases.Select(phrase => phrase.Evidence).ToArray();
    }

    /// <summary>The phrases.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>What each phrase means.</summary>
    public ReadOnlySpan<PhraseFacts> Facts => _facts;

    /// <summary>The code that a finding shows for a phrase.</summary>
    /// <param name="phrase">Its index.</param>
    public string Evidence(int phrase) => _evidence[phrase];
}
