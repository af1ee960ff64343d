namespace LanguageRouter.Signals.Languages;

/// <summary>The words of a stretch of Latin letters at an edge of Japanese text, and whether they say something or only name, greet or sign.</summary>
internal struct LatinEdge
{
    /// <summary>Words read; a longer stretch is prose.</summary>
    private const int Limit = 60;

    /// <summary>A title has no more words, and each of four letters or more begins with a capital.</summary>
    private const int TitleWords = 12;
    private const int LongWord = 4;

    /// <summary>A greeting has no more words.</summary>
    private const int GreetingWords = 4;

    // What anybody may add at an end, or closes a quotation there.
    private const string Signs = " .!。\n\r\"'”’)]>」』";

    /// <summary>A request that only names what is wanted has no more words.</summary>
    private const int WantedWords = 3;

    /// <summary>A credit ("written by Tanaka") has no more words.</summary>
    private const int CreditWords = 8;

    /// <summary>Of so many words on, all with capitals, a title is one, whatever it seems to ask.</summary>
    private const int SureTitleWords = 3;

    /// <summary>A numbered heading ("Table 1", "Vol. 3 No. 2") has no more words.</summary>
    private const int NumberedWords = 2;
    private const int NumberedTitleWords = 4;

    /// <summary>Letters of an acronym at most.</summary>
    private const int AcronymLetters = 4;

    private const int SentenceWords = 4;

    private static readonly uint Please = LatinWords.Hash("please");

    private bool _firstIsSmall;
    private bool _firstOrders;
    private bool _heads;
    private bool _numbers;
    private bool _isNumbered;
    private bool _isSlashed;
    private bool _secondCredits;
    private uint _phrase;
    private int _lowerWords;
    private int _letters;
    private int _credits;
    private EdgeWord _previous;

    /// <summary>Words, at most <see cref="Limit"/>.</summary>
    public int Words;

    /// <summary>Words that name what people ask of a text.</summary>
    public int WantedNames;

    /// <summary>Words that name a text, a part of one, or what people ask of one.</summary>
    public int TextWords;

    /// <summary>Orders behind the first word: "so tell me".</summary>
    public int InnerOrders;

    /// <summary>Words that only sentences and questions have.</summary>
    public int ClosedWords;

    /// <summary>Words that are small words of English.</summary>
    public int SmallWords;

    /// <summary>Words that point at the speaker, the listener or something near.</summary>
    public int DeicticWords;

    /// <summary>Words in capitals alone, of two letters or more.</summary>
    public int CapitalWords;

    /// <summary>Words of four letters or more that begin in lower case.</summary>
    public int LongLowerWords;

    /// <summary>The first word begins in lower case.</summary>
    public bool StartsLower;

    /// <summary>The first word greets, or heads as lines of mail and chapters do.</summary>
    public bool Greets;

    /// <summary>The first word begins orders or questions.</summary>
    public bool StartsWithVerb;

    /// <summary>The first word is one that stands before names: by, via.</summary>
    public bool Credits;

    /// <summary>A first word that is no small word, and then what verbs take: an order by its form.</summary>
    public bool Orders;

    /// <summary>Set in bold or as a tag, as terms in lists are.</summary>
    public bool IsMarked;

    /// <summary>The last word read is a small word: "meaning of".</summary>
    public bool LastIsSmall;

    /// <summary>Ends in a question mark.</summary>
    public bool Asks;

    /// <summary>The first word is one that begins orders without a verb: "Only the dates", "No notes", "As a table".</summary>
    public bool StartsShort;

    /// <summary>A phrase that people add to any text: "How are you?", "Check it out!".</summary>
    public bool IsStock;

    /// <summary>Whether it is a mark even where its words ask in form: a stock phrase, "Table 1:", "written by Tanaka", "I Want to Hold Your Hand", WHO.</summary>
    public readonly bool IsSureMark => IsMarked || IsStock || (_isNumbered && Words <= (IsTitle ? NumberedTitleWords : NumberedWords))
        || (!Asks && (_firstOrders ? WantedNames == 0 && IsPair : IsCredit || (WantedNames == 0 && (IsPair || IsSureTitle || IsShouted || IsAcronym))));

    // "Imagine / John Lennon"
    private readonly bool IsPair => IsTitle && _isSlashed && Words >= SureTitleWords;

    private readonly bool IsSureTitle => IsTitle && _lowerWords == 0 && Words >= SureTitleWords;

    private readonly bool IsAcronym => Words == 1 && CapitalWords == 1 && _letters <= AcronymLetters;

    // "written by Emily Brown, translated by Ken Ito"
    private readonly bool IsCredit => _secondCredits && Words is > 2 and <= CreditWords && LongLowerWords <= _credits && _lowerWords <= _credits;

    // "MEETING NOTES", "IMPORTANT".
    private readonly bool IsShouted => CapitalWords == Words && ClosedWords == 0 && DeicticWords == 0;

    /// <summary>Whether it begins as written sentences do: "The river", "We have", where what is said of a word before it goes on in lower case.</summary>
    public readonly bool StartsSentence => _firstIsSmall && !StartsLower && Words >= SentenceWords;

    /// <summary>Whether it only names what is wanted.</summary>
    public readonly bool Names => WantedNames > 0 && Words <= WantedWords;

    /// <summary>Whether it is a name, title, greeting, signature or label: every long word capital, or few words that begin as greetings do.</summary>
    public readonly bool IsMark => IsSureMark || (!Asks && !Names && (IsTitle || (Greets && Words <= GreetingWords && DeicticWords <= 1 && (!_heads || LongLowerWords == 0))));

    /// <summary>Whether it says something, where names and greetings do not.</summary>
    public readonly bool IsSaid => Words > 0 && !IsMark && (Asks || Names || StartsLower || Orders || SmallWords > 0 || LongLowerWords > 0);

    /// <summary>Whether it reads as a name or title.</summary>
    public readonly bool IsTitle => !Asks && Words <= TitleWords && (!StartsLower || (Credits && Words > 1)) && LongLowerWords == 0;

    /// <summary>Reads the words of a stretch.</summary>
    /// <param name="text">Folded text; other letters in it are passed over.</param>
    public static LatinEdge Read(ReadOnlySpan<char> text)
    {
        var edge = default(LatinEdge);
        for (var i = 0; i < text.Length && edge.Words < Limit;)
        {
            var length = LatinTally.WordLength(text[i..]);
            if (length > 0)
            {
                edge.Add(text.Slice(i, length), IsTag(text, i, i + length));
                edge._isNumbered |= edge.Words == 1 && edge._numbers && IsBeforeNumber(text[(i + length)..], edge.Greets || length <= 2);
            }

            i += Math.Max(1, length);
        }

        edge.IsMarked = edge.Words <= TitleWords && (text.Contains("**", StringComparison.Ordinal) || text.TrimEnd(Signs).EndsWith("wrote:", StringComparison.Ordinal));
        edge.IsStock = edge.Words <= StockPhrases.MaxWords && StockPhrases.Contains(edge._phrase);
        edge._isSlashed = text.Contains(" / ", StringComparison.Ordinal);
        edge.Asks = text.TrimEnd(Signs).EndsWith('?');
        return edge;
    }

    /// <summary>Says whether the last word of a stretch is a small word of English: "between … and".</summary>
    public static bool EndsInSmallWord(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" '\"“‘(`");
        var start = text.Length;
        while (start > 0 && LatinTally.IsLetter(text[start - 1]))
        {
            start--;
        }

        var hash = LatinWords.Seed;
        foreach (var c in text[start..])
        {
            hash = LatinWords.Append(hash, LatinTally.Lower(c));
        }

        return start < text.Length && (LatinWords.Find(hash) & 1) != 0;
    }

    // "#travel", "@tanaka", "main.py", "p.45", "(c)".
    private static bool IsTag(ReadOnlySpan<char> text, int start, int end) =>
        (end < text.Length && text[end] == ')' && end - start == 1) || (start > 0 && (text[start - 1] is '#' or '@' or '_' || char.IsAsciiDigit(text[start - 1]))) || (end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetterOrDigit(text[end + 1]));

    // "Table 1", "p.45", "No. 3".
    private static bool IsBeforeNumber(ReadOnlySpan<char> rest, bool joined)
    {
        var number = rest.TrimStart(" .");
        return !number.IsEmpty && char.IsAsciiDigit(number[0]) && (joined || number.Length < rest.Length);
    }

    private void Add(ReadOnlySpan<char> word, bool isTag)
    {
        var hash = LatinWords.Seed;
        var capitals = 0;
        foreach (var c in word)
        {
            var lower = LatinTally.Lower(c);
            capitals += c != lower ? 1 : 0;
            hash = LatinWords.Append(hash, c == '’' ? '\'' : lower);
        }

        var isSmall = (LatinWords.Find(hash) & 1) != 0;
        var kind = EdgeWords.Find(hash);
        if (Words == 0)
        {
            Greets = (kind & EdgeWord.Greeting) != 0 || (capitals > 0 && (kind & EdgeWord.Header) != 0);
            _heads = (kind & EdgeWord.Greeting) == 0;
            Credits = (kind & EdgeWord.Credit) != 0;
            StartsWithVerb = (kind & EdgeWord.Verb) != 0;
            StartsLower = capitals == 0 && !isTag;
            StartsShort = (kind & EdgeWord.Short) != 0;
            _firstOrders = (StartsWithVerb && (kind & EdgeWord.Closed) == 0) || hash == Please;
            _numbers = Greets || isTag || (capitals > 0 && !StartsWithVerb);
            _firstIsSmall = isSmall;
        }
        else if (Words == 1)
        {
            _secondCredits = (kind & EdgeWord.Credit) != 0;
            Orders = !_firstIsSmall && !Greets && (kind & EdgeWord.Object) != 0;
        }

        Words++;
        _letters += word.Length;
        _credits += (kind & EdgeWord.Credit) != 0 ? 1 : 0;
        _phrase = StockPhrases.Append(_phrase, hash);
        _lowerWords += capitals == 0 && !isSmall && !isTag ? 1 : 0;
        WantedNames += (kind & EdgeWord.Wanted) != 0 ? 1 : 0;
        TextWords += (kind & (EdgeWord.Wanted | EdgeWord.Material)) != 0 ? 1 : 0;
        InnerOrders += Words > 2 && (_previous & (EdgeWord.Verb | EdgeWord.Closed)) == EdgeWord.Verb && (kind & EdgeWord.Object) != 0 ? 1 : 0;
        _previous = kind;
        ClosedWords += (kind & EdgeWord.Closed) != 0 ? 1 : 0;
        DeicticWords += (kind & EdgeWord.Deictic) != 0 ? 1 : 0;
        SmallWords += isSmall ? 1 : 0;
        LastIsSmall = isSmall;
        CapitalWords += word.Length > 1 && capitals == word.Length ? 1 : 0;
        LongLowerWords += word.Length >= LongWord && capitals == 0 && !isTag && (kind & (EdgeWord.Credit | EdgeWord.InTitles)) == 0 ? 1 : 0;
    }
}
