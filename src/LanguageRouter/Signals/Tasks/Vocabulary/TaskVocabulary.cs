namespace LanguageRouter.Signals.Tasks.Vocabulary;

/// <summary>All phrases that tell kinds of tasks.</summary>
internal static class TaskVocabulary
{
    private static readonly PhraseGroup[][] RequestFiles =
    [
        TranslationPhrases.Groups,
        WordplayPhrases.Groups,
        RequestPhrases.Groups,
        CodePhrases.Groups,
        MathPhrases.Groups,
        QuestionPhrases.Groups,
        WordingParts.Groups,
    ];

    /// <summary>What is asked for, and in which form.</summary>
    public static readonly Vocabulary Requests = new(RequestFiles.SelectMany(file => file));

    /// <summary>What it is about: read only where the form of a question leaves several kinds open.</summary>
    public static readonly Vocabulary Topics = new(TopicPhrases.Groups);
}
