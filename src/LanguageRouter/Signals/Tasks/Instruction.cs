using LanguageRouter.Signals.Tasks.Vocabulary;

namespace LanguageRouter.Signals.Tasks;

/// <summary>The part of a turn in which an instruction stands, folded, with the phrases in it: read once, asked by all that judge it.</summary>
internal readonly ref struct Instruction
{
    /// <summary>A buffer of this size holds the text.</summary>
    public const int TextSize = InstructionText.BufferSize;

    /// <summary>A buffer of this size holds the phrases, also where a text repeats one of them from end to end; what would go beyond is left out.</summary>
    public const int MostPhrases = 2_048;

    // The lists in the order of PhraseSet.
    private static readonly PhraseTable Table = new(TaskVocabulary.Requests.Texts, TaskVocabulary.Topics.Texts, RegisterPhrases.All, LanguageNames.Texts);

    private Instruction(ReadOnlySpan<char> text, ReadOnlySpan<PhraseMatch> phrases)
    {
        Text = text;
        Phrases = phrases;
    }

    /// <summary>The text, as <see cref="InstructionText.Fold"/> gives it.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>The phrases by start, those of one start and list the longest first.</summary>
    public ReadOnlySpan<PhraseMatch> Phrases { get; }

    /// <summary>Reads a turn.</summary>
    /// <param name="turn">Any UTF-16 text.</param>
    /// <param name="text">Room for <see cref="TextSize"/> characters.</param>
    /// <param name="phrases">Room for <see cref="MostPhrases"/> phrases.</param>
    public static Instruction Read(ReadOnlySpan<char> turn, Span<char> text, Span<PhraseMatch> phrases)
    {
        var folded = InstructionText.Fold(turn, text);
        return new Instruction(folded, phrases[..Table.Find(folded, phrases)]);
    }
}
