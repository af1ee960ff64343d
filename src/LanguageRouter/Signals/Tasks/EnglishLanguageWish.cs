namespace LanguageRouter.Signals.Tasks;

/// <summary>Weighs what stands around the English name of a language.</summary>
internal static class EnglishLanguageWish
{
    private const int Reach = 90;

    private static readonly string[] AnswerVerbs = ["answer", "answers", "reply", "replies", "respond", "response", "responses", "output", "speak", "talk", "write back", "get back to me"];

    private static readonly string[] WritingVerbs = ["write", "explain", "summarize", "summarise", "tell", "give", "say", "describe", "list", "draft", "compose", "provide", "make", "create", "generate", "rewrite", "show", "help", "continue", "chat", "converse", "discuss"];

    private static readonly string[] TranslationVerbs = ["translate", "translated", "translation", "render", "convert", "localize", "put this", "turn this", "put it", "turn it"];

    private static readonly string[] Refusals = ["don't", "do not", "not", "never", "instead of", "rather than", "avoid", "without", "no", "stop"];

    // "a book written in English" describes.
    private static readonly string[] Descriptions = ["written", "published", "spoken", "sung", "released", "made", "printed", "recorded", "available", "fluent", "interested", "majoring", "words", "word", "called", "learn", "study", "is", "was", "are", "book", "books", "movie", "movies", "song", "songs", "said", "wrote", "read", "think", "reason"];

    private static readonly string[] Followers = ["please", "and", "only", "with", "using", "for", "about", "so", "but", "to", "in", "as", "even", "because", "thanks", "if", "or", "no", "not", "at", "from", "now", "then", "whenever", "why", "what", "how", "this", "thank", "pls", "instead", "rather", "by", "under", "when", "where", "who", "the following", "a short", "unless", "always", "too", "again", "that", "of", "on", "my", "i", "we", "you", "your", "it", "don't", "do"];

    /// <summary>Says how directly a language is asked for.</summary>
    /// <param name="before">The folded text before its name.</param>
    /// <param name="after">The folded text after its name.</param>
    public static LanguageWish Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var head = before.TrimEnd(' ');
        var sentence = LastSentence(head);

        // 1. "english please", "japanese only, please": the name alone is the request.
        if (sentence.IsEmpty && (StartsWithWord(after, "please") || StartsWithWord(after, "only") || (after.IsEmpty && head.IsEmpty)))
        {
            return LanguageWish.Answer;
        }

        if (EndsWithWord(sentence, "use") || EndsWithWord(sentence, "only use") || EndsWithWord(sentence, "switch to"))
        {
            return Refused(sentence) || !Closes(after) ? LanguageWish.None : LanguageWish.Answer;
        }

        if (EndsWithWord(sentence, "in") || EndsWithWord(sentence, "in plain") || EndsWithWord(sentence, "in simple") || EndsWithWord(sentence, "in natural"))
        {
            return Refused(sentence) || !Closes(after) ? LanguageWish.None : Verb(sentence, after);
        }

        var into = EndsWithWord(sentence, "into") || EndsWithWord(sentence, "to") || EndsWithWord(sentence, "into natural") || EndsWithWord(sentence, "to natural");
        return into && Closes(after) && !Refused(sentence) && ContainsWord(sentence, TranslationVerbs) ? LanguageWish.Translation : LanguageWish.None;
    }

    private static LanguageWish Verb(ReadOnlySpan<char> sentence, ReadOnlySpan<char> after)
    {
        var lead = sentence[..sentence.LastIndexOf("in")].TrimEnd(' ');
        foreach (var description in Descriptions)
        {
            if (EndsWithWord(lead, description))
            {
                return LanguageWish.None;
            }
        }

        if (lead.IsEmpty)
        {
            // "In French please", "in english, explain ..."
            return after.IsEmpty || after[0] is ',' or '.' or '!' or '\n' or ':' || StartsWithWord(after, "please") ? LanguageWish.Answer : LanguageWish.None;
        }

        return ContainsWord(lead, AnswerVerbs) ? LanguageWish.Answer
            : ContainsWord(lead, TranslationVerbs) ? LanguageWish.Translation
            : ContainsWord(lead, WritingVerbs) ? LanguageWish.Writing
            : StartsWithWord(after, "please") || EndsWithWord(lead, "please") ? LanguageWish.Answer
            : LanguageWish.None;
    }

    private static ReadOnlySpan<char> LastSentence(ReadOnlySpan<char> head)
    {
        var stop = head.LastIndexOfAny(".!?\n;");
        var sentence = head[(stop + 1)..].TrimStart(' ');
        return sentence.Length > Reach ? sentence[^Reach..] : sentence;
    }

    // Only the clause next to the language: "don't answer in english, answer in japanese".
    private static bool Refused(ReadOnlySpan<char> sentence)
    {
        var comma = sentence.LastIndexOfAny(",:");
        var clause = sentence[(comma + 1)..];
        var but = clause.LastIndexOf(" but ");
        return ContainsWord(but < 0 ? clause : clause[but..], Refusals);
    }

    // "in english." and "in english please", but not "in english literature".
    private static bool Closes(ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || !(after[0] == ' ' || char.IsAsciiLetterOrDigit(after[0]) || after[0] is '-' or '\''))
        {
            return true;
        }

        foreach (var word in Followers)
        {
            if (StartsWithWord(after, word))
            {
                return true;
            }
        }

        return after.Length > 1 && after[1] is '(' or '"' or '-';
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word)
    {
        text = text.TrimStart(' ');
        return text.StartsWith(word) && (text.Length == word.Length || !char.IsAsciiLetterOrDigit(text[word.Length]));
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word) && (text.Length == word.Length || !char.IsAsciiLetterOrDigit(text[^(word.Length + 1)]));

    private static bool ContainsWord(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            var from = 0;
            while (text[from..].IndexOf(word) is >= 0 and var at)
            {
                var start = from + at;
                var end = start + word.Length;
                if ((start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])))
                {
                    return true;
                }

                from = end;
            }
        }

        return false;
    }
}
