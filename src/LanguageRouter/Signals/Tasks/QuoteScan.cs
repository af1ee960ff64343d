namespace LanguageRouter.Signals.Tasks;

/// <summary>Says whether a position stands in quotes; positions are asked in rising order.</summary>
internal ref struct QuoteScan
{
    // A quote longer than this is a mistake of the writer, not a quote (judgement).
    private const int MaxQuote = 1_200;

    private readonly ReadOnlySpan<char> _text;
    private int _start;
    private int _end;

    public QuoteScan(ReadOnlySpan<char> text)
    {
        _text = text;
        _start = -1;
    }

    /// <summary>Says whether a position stands between 「」, 『』, “” or a pair of straight double quotes on one line.</summary>
    /// <param name="position">The position, not before an earlier one.</param>
    public bool Contains(int position)
    {
        while (_end <= position)
        {
            var open = _text[_end..].IndexOfAny("「『“\"");
            if (open < 0)
            {
                _start = _text.Length;
                _end = int.MaxValue;
                return false;
            }

            _start = _end + open;
            var rest = _text[(_start + 1)..Math.Min(_text.Length, _start + MaxQuote)];
            var length = _text[_start] switch
            {
                '「' => rest.IndexOf('」'),
                '『' => rest.IndexOf('』'),
                '“' => rest.IndexOf('”'),
                _ => rest.IndexOfAny('"', '\n') is >= 0 and var at && rest[at] == '"' ? at : -1,
            };
            _end = _start + 2 + Math.Max(length, -1);
        }

        return position > _start;
    }

    /// <summary>Says whether a sentence quotes something shaped like a proverb (目から鱗) or a word of four characters (四面楚歌).</summary>
    /// <param name="sentence">The sentence.</param>
    public static bool QuotesIdiom(ReadOnlySpan<char> sentence)
    {
        var open = sentence.IndexOf('「');
        var length = open < 0 ? -1 : sentence[(open + 1)..].IndexOf('」');
        if (length is < 4 or > 20)
        {
            return false;
        }

        // Kanji with kana after them, or exactly four kanji.
        var quote = sentence.Slice(open + 1, length);
        return quote[1..].ContainsAnyInRange('ぁ', 'ん') ? quote.ContainsAnyInRange('\u4E00', '\u9FFF') : length == 4 && !quote.ContainsAnyExceptInRange('\u4E00', '\u9FFF');
    }
}
