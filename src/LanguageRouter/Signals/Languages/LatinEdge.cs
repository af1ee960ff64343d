using System.Buffers;
using System.Collections.Frozen;

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
    private const int GreetingWords = 5;

    private static readonly SearchValues<char> OpeningSigns = SearchValues.Create("#@");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Greetings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "hi", "hello", "hey", "dear", "thanks", "thank", "thx", "best", "kind", "warm", "regards", "sincerely", "yours", "cheers", "good", "morning", "ok", "okay", "yes", "no", "sorry", "lol", "lmao", "omg", "wow", "btw", "ps", "re", "fw", "fwd", "cc", "from", "subject",
        "photo", "source", "by", "via", "happy", "merry", "congratulations", "congrats", "update", "breaking", "note", "sent", "photos", "image", "copyright", "vol", "no", "step", "day", "chapter", "part", "appendix", "section", "figure", "table", "to", "the", "q", "a", "p.s")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Deictic = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "i", "i'm", "i've", "i'd", "my", "me", "this", "these", "it", "its", "here", "below", "above", "following", "you", "your", "we", "our", "us", "he", "she", "his", "her", "they", "that", "there")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words, at most <see cref="Limit"/>.</summary>
    public int Words;

    /// <summary>Words that are small words of English.</summary>
    public int SmallWords;

    /// <summary>Words that point at the speaker, the listener or something near.</summary>
    public int DeicticWords;

    /// <summary>Words in lower case alone.</summary>
    public int LowerWords;

    /// <summary>Words in capitals alone, of two letters or more.</summary>
    public int CapitalWords;

    /// <summary>Words of four letters or more that begin in lower case.</summary>
    public int LongLowerWords;

    /// <summary>The first word begins in lower case.</summary>
    public bool StartsLower;

    /// <summary>The first word greets, signs or labels.</summary>
    public bool Greets;

    /// <summary>Ends in a question mark.</summary>
    public bool Asks;

    /// <summary>Whether it is a name, title, greeting, signature or label: every long word capital, or few words that begin as greetings do.</summary>
    public readonly bool IsMark => !Asks && (IsTitle || (Greets && Words <= GreetingWords && DeicticWords == 0));

    /// <summary>Whether it reads as a name or title.</summary>
    public readonly bool IsTitle => !Asks && Words <= TitleWords && !StartsLower && LongLowerWords == 0 && CapitalWords < Words;

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
                edge.Add(text.Slice(i, length), i > 0 && (OpeningSigns.Contains(text[i - 1]) || char.IsAsciiDigit(text[i - 1])));
            }

            i += Math.Max(1, length);
        }

        edge.Asks = text.TrimEnd(" .!。\n\r\"'”’)]>」』").EndsWith('?');
        return edge;
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

        Greets |= Words == 0 && Greetings.Contains(word);
        StartsLower |= Words == 0 && capitals == 0 && !isTag;
        Words++;
        SmallWords += (LatinWords.Find(hash) & 1) != 0 ? 1 : 0;
        DeicticWords += Deictic.Contains(word) ? 1 : 0;
        LowerWords += capitals == 0 ? 1 : 0;
        CapitalWords += word.Length > 1 && capitals == word.Length ? 1 : 0;
        LongLowerWords += word.Length >= LongWord && char.IsLower(word[0]) && capitals == 0 && !isTag ? 1 : 0;
    }
}
