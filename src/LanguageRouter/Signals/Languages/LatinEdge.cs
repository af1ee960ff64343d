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
    private const int GreetingWords = 4;

    // Words that greetings, interjections and closings begin with.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Greetings = Of(
        "hi", "hello", "hey", "dear", "thanks", "thank", "thx", "best", "kind", "warm", "regards", "sincerely", "yours", "cheers", "good", "ok", "okay", "yes", "no", "sorry", "lol", "lmao", "omg", "wow", "btw", "ps", "p.s", "fyi",
        "happy", "merry", "congratulations", "congrats", "welcome", "sent", "nice", "long", "vol", "ver", "fig");

    // Words that headings, credits and lines of mail begin with, where they begin with a capital.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Headers = Of(
        "re", "fw", "fwd", "cc", "from", "to", "date", "photo", "photos", "image", "source", "by", "via", "copyright", "update", "breaking", "vol", "no", "step", "day", "chapter", "part", "appendix", "section", "figure", "table", "page", "lesson", "unit", "version", "all", "the");

    // Names follow these in lower case too: "by Steve Jobs".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CreditWords = Of("by", "via", "from", "feat", "vs", "cf");

    // What follows the verb of an order: "retell it", "localise the above".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Objects = Of(
        "the", "this", "it", "my", "each", "every", "all", "me", "a", "an", "these", "those", "that", "any", "what", "up", "out", "in", "into", "to", "as", "how", "if", "whether", "his", "her", "their", "only", "just", "three", "five", "two", "four", "ten", "please", "pls", "plz");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Deictic = Of(
        "i", "i'm", "i've", "i'd", "my", "me", "this", "these", "it", "its", "here", "below", "above", "following", "you", "your", "we", "our", "us", "he", "she", "his", "her", "they", "that", "there");

    /// <summary>Words, at most <see cref="Limit"/>.</summary>
    public int Words;

    // Words that only a sentence or a question has, not the name of a command.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Closed = Of(
        "of", "to", "for", "is", "are", "was", "does", "do", "did", "mean", "means", "how", "what", "what's", "why", "when", "which", "who", "where", "a", "an", "the", "this", "that", "it", "my", "me", "i", "vs", "or", "can", "should", "please", "pls", "plz", "literally");

    // What people ask of a text by its name alone: "Vocab:", "JSON", "Sentiment?".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Wanted = Of(
        "vocab", "vocabulary", "glossary", "reading", "readings", "pronunciation", "pitch", "particles", "grammar", "breakdown", "analysis", "recap", "overview", "digest", "synopsis", "abstract", "conclusion", "takeaway",
        "takeaways", "highlights", "moral", "theme", "plot", "tone", "style", "register", "formality", "politeness", "nuance", "connotation", "subtext", "etymology", "origin", "era", "dialect", "slang", "idiom", "idioms",
        "proverb", "pun", "metaphor", "keyword", "keywords", "hashtag", "hashtags", "tags", "label", "labels", "category", "categories", "genre", "topic", "topics", "intent", "sentiment", "emotion", "emotions", "mood", "rating",
        "score", "grade", "verdict", "feedback", "critique", "review", "comments", "suggestions", "edits", "fixes", "correction", "corrections", "typos", "errors", "mistakes", "alternatives", "variants", "synonym", "synonyms",
        "antonym", "antonyms", "translation", "translations", "english", "romaji", "rōmaji", "kana", "furigana", "hiragana", "katakana", "kanji", "transliteration", "transcription", "ipa", "subtitle", "subtitles", "caption",
        "captions", "headline", "headlines", "title", "titles", "slogan", "tagline", "tweet", "blurb", "summary", "tldr", "eli5", "gist", "outline", "bullets", "list", "table", "timeline", "steps", "checklist", "todo", "todos",
        "tasks", "actions", "deadline", "deadlines", "dates", "names", "places", "numbers", "prices", "entities", "facts", "claims", "arguments", "pros", "cons", "risks", "questions", "quiz", "flashcards", "cloze", "exercises",
        "answer", "answers", "reply", "response", "comeback", "continuation", "sequel", "ending", "rebuttal", "counterargument", "explanation", "meaning", "meanings", "definition", "definitions", "interpretation", "opinion",
        "opinions", "thoughts", "reaction", "advice", "diagnosis", "fix", "solution", "json", "csv", "xml", "yaml", "markdown", "regex", "ner", "seo", "level", "jlpt", "difficulty", "length", "essay", "poem", "haiku", "limerick",
        "rhyme", "lyrics", "paraphrase", "rewrite", "rephrase", "simplified", "simplify", "shorter", "longer", "formal", "casual", "polite", "literal", "gloss", "flashcard", "mnemonic", "parse", "conjugation",
        "conjugations", "counters", "honorifics", "keigo", "stroke", "strokes", "radicals", "nouns", "verbs", "adjectives", "adverbs", "phrases", "collocations", "expressions", "predicate", "moderation", "spam",
        "scam", "legit", "rude", "sarcasm", "sarcastic", "offensive", "natural", "fluent", "correct", "incorrect", "true", "false");

    /// <summary>A request that only names what is wanted has no more words.</summary>
    private const int WantedWords = 3;

    /// <summary>Words that name what people ask of a text.</summary>
    public int WantedNames;

    /// <summary>Whether it only names what is wanted.</summary>
    public readonly bool Names => WantedNames > 0 && Words <= WantedWords;

    /// <summary>Words that only sentences and questions have.</summary>
    public int ClosedWords;

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

    /// <summary>The first word greets, or heads as lines of mail and chapters do.</summary>
    public bool Greets;

    /// <summary>The first word is one that stands before names: by, via.</summary>
    public bool Credits;

    /// <summary>A first word that is no small word, and then what verbs take: an order by its form.</summary>
    public bool Orders;

    /// <summary>Set in bold or as a tag, as terms in lists are.</summary>
    public bool IsMarked;

    /// <summary>The last word read is a small word: "meaning of".</summary>
    public bool LastIsSmall;

    private bool _firstIsSmall;

    /// <summary>Ends in a question mark.</summary>
    public bool Asks;

    /// <summary>Whether it is a name, title, greeting, signature or label: every long word capital, or few words that begin as greetings do.</summary>
    public readonly bool IsMark => !Asks && !Names && (IsTitle || IsMarked || (Greets && Words <= GreetingWords && DeicticWords <= 1));

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
            }

            i += Math.Max(1, length);
        }

        edge.IsMarked = edge.Words <= TitleWords && (text.Contains("**", StringComparison.Ordinal) || text.Trim().EndsWith("wrote:", StringComparison.Ordinal));
        edge.Asks = text.TrimEnd(" .!。\n\r\"'”’)]>」』").EndsWith('?');
        return edge;
    }

    // "#travel", "@tanaka", "main.py", "p.45".
    private static bool IsTag(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && (text[start - 1] is '#' or '@' || char.IsAsciiDigit(text[start - 1]))) || (end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetterOrDigit(text[end + 1]));

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
        if (Words == 0)
        {
            Greets = Greetings.Contains(word) || (capitals > 0 && Headers.Contains(word));
            Credits = CreditWords.Contains(word);
            StartsLower = capitals == 0 && !isTag;
            _firstIsSmall = isSmall;
        }
        else if (Words == 1)
        {
            Orders = !_firstIsSmall && !Greets && Objects.Contains(word);
        }

        Words++;
        WantedNames += Wanted.Contains(word) ? 1 : 0;
        ClosedWords += Closed.Contains(word) ? 1 : 0;
        LastIsSmall = isSmall;
        SmallWords += isSmall ? 1 : 0;
        DeicticWords += Deictic.Contains(word) ? 1 : 0;
        LowerWords += capitals == 0 ? 1 : 0;
        CapitalWords += word.Length > 1 && capitals == word.Length ? 1 : 0;
        LongLowerWords += word.Length >= LongWord && char.IsLower(word[0]) && capitals == 0 && !isTag ? 1 : 0;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(params ReadOnlySpan<string> words) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, words).GetAlternateLookup<ReadOnlySpan<char>>();
}
