using LanguageRouter.Paths.Translation.Verification.Numbers;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>A text with what one look at its words tells: most checks end with that.</summary>
internal readonly ref struct CheckedText(ReadOnlySpan<char> text)
{
    private static readonly WordSignTable Words = new WordSignTable()
        .Add(WordSigns.StrongNumber, WordNumber.StrongWords)
        .Add(WordSigns.Negation, NegationCheck.EnglishWords)
        .AddBeginnings(WordSigns.Phrase, PhraseCheck.EnglishWords);

    /// <summary>Gets the text.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>Gets what its words may be.</summary>
    public WordSigns Signs { get; } = Words.OfAll(text);

    public static implicit operator CheckedText(string? text) => new(text);

    /// <summary>Whether a word of the text may be what is asked for.</summary>
    public bool MayHave(WordSigns sign) => (Signs & sign) != 0;
}
