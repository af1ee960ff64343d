namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>All phrases of the task tables, and the table that finds them.</summary>
internal static class TaskVocabulary
{
    private static readonly PhraseGroup[][] Files =
    [
        TranslationPhrases.Groups,
        RewritingPhrases.Groups,
        WordplayPhrases.Groups,
        ReadingsPhrases.Groups,
        RequestPhrases.Groups,
        CodePhrases.Groups,
        MathPhrases.Groups,
        QuestionPhrases.Groups,
        TopicPhrases.Groups,
        WordingParts.Groups,
    ];

    /// <summary>The phrases; an index into them is what <see cref="Table"/> reports.</summary>
    public static readonly TaskPhrase[] Phrases = Files
        .SelectMany(file => file)
        .SelectMany(group => group.Phrases())
        .DistinctBy(phrase => (phrase.Text, phrase.Cue, phrase.Part, phrase.Use))
        .ToArray();

    /// <summary>Finds the phrases.</summary>
    public static readonly PhraseTable Table = new(Phrases.Select(phrase => phrase.Text).ToArray());
}
