namespace LanguageRouter.Signals.Tasks;

/// <summary>Weighs every name of a language in a turn and keeps the one asked for most directly.</summary>
internal ref struct LanguageNameSink
{
    private readonly ReadOnlySpan<char> _text;
    private QuoteScan _quotes;
    private LanguageWish _wish;
    private int _covered;

    public LanguageNameSink(ReadOnlySpan<char> text)
    {
        _text = text;
        _quotes = new QuoteScan(text);
    }

    /// <summary>The tag of the language asked for, or null.</summary>
    public string? Tag { get; private set; }

    /// <summary>Weighs a name.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="length">Its characters.</param>
    /// <param name="phrase">Its index in <see cref="LanguageNames.All"/>.</param>
    public void Found(int start, int length, int phrase)
    {
        // 中国語 within 繁体字中国語 is no language of its own.
        if (start + length <= _covered)
        {
            return;
        }

        _covered = start + length;
        var name = LanguageNames.All[phrase];
        var after = _text[(start + length)..];
        var wish = name.Use switch
        {
            LanguageNameUse.Request => LanguageWish.Answer,
            LanguageNameUse.TranslationInto => JapaneseRequest.FollowsNoun(after) ? LanguageWish.Translation : LanguageWish.None,
            _ when char.IsAsciiLetter(_text[start]) => EnglishLanguageWish.Of(_text[..start], after),
            _ => JapaneseLanguageWish.Of(_text[..start], after),
        };

        if (wish >= _wish && wish != LanguageWish.None && !_quotes.Contains(start))
        {
            _wish = wish;
            Tag = name.Tag;
        }
    }
}
