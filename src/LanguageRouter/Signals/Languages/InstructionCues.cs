using System.Buffers;
using System.Collections.Frozen;

namespace LanguageRouter.Signals.Languages;

/// <summary>Finds the words by which a unit of text asks for something, rather than being the material.</summary>
internal static class InstructionCues
{
    private static readonly SearchValues<string> JapaneseTask = Exact(
        "訳し", "翻訳", "和訳", "英訳", "要約", "次の", "以下の", "以下を", "下記", "上記", "上の", "この文", "この英", "英文", "この記事", "日本語に", "日本語で", "英語に", "英語で", "添削", "校正", "解説", "説明し", "まとめ", "抽出", "分類", "箇条書き",
        "訳", "要点", "何語", "どゆこと", "どういう", "わから", "分から", "わかんな", "わがん", "読めな", "読めま", "読めね", "動かな", "動きま", "動かん", "エラー", "から来", "からき", "届い", "届き", "助けて", "教え", "助か", "返信", "返事", "英語", "日本語", "トーン", "意味", "ニュアンス",
        "要旨", "字幕", "皮肉", "題名", "件名", "反論", "感想", "品詞", "出典", "直訳", "意訳", "採点", "感情分析", "単語帳", "何語");

    // What a Japanese request ends with: verbs stand last.
    private static readonly string[] JapaneseEnds =
        ["ください", "下さい", "教えて", "お願い", "願います", "お願いします", "なさい", "せよ", "か", "かな", "って何", "とは", "述べよ", "ほしい", "欲しい", "ほしいです", "欲しいです", "たいです", "くれ", "頼む", "頼みます", "たのむ", "いたします", "致します", "幸いです", "助かる", "助かります", "嬉しい", "嬉しいです", "けろ", "なんて返そう"];

    // Endings of statements too, and a request only where little stands before them.
    private static readonly string[] JapaneseShortEnds = ["は", "て", "で", "の", "に", "を", "何", "どれ", "誰", "いつ", "どこ", "なぜ", "意味", "たい", "よう"];

    private static readonly SearchValues<string> EnglishTask = Of(
        "translat", "summari", "rewrite", "rephrase", "paraphrase", "proofread", "following text", "following sentence", "following passage", "text below", "passage below", "sentence below", "this text", "this sentence", "this passage", "this paragraph",
        "this article", "the text", "the passage", "the following", "japanese", "furigana", "kanji", "romaji", "hiragana", "katakana", "keigo", "jlpt", "haiku", "tldr", "tl;dr", "the gist", "it says", "what it", "the above", "a passage", "a sentence", "each word", "grammatical", "grammar", "sound natural", "sounds natural", "sentiment", "into english", "in english", "to english", "into japanese", "in japanese", "to japanese", "from japanese", "my japanese", "my english", "native speaker", "this mean", "meaning of", "this function", "this code");

    // Nouns and short answers asked for, where nothing else stands: "Bullet points:", "JLPT level", "fact check".
    private static readonly SearchValues<string> EnglishLabels = Of(
        "tldr", "tl;dr", "eli5", "keyword", "bullet", "key point", "main point", "main idea", "takeaway", "gist", "summary", "abstract", "title", "headline", "caption", "hashtag", "vocab", "glossary", "flashcard", "synonym", "antonym", "translation", "transliteration", "romaji",
        "furigana", "kana only", "hiragana", "katakana", "reading", "pronunciation", "meaning", "literal", "fact check", "fact-check", "sentiment", "tone", "mood", "topic", "theme", "genre", "category", "categories", "entities", "dialect", "jlpt", "level", "grammar", "typos",
        "mistakes", "errors", "corrections", "pros and cons", "outline", "timeline", "quiz", "thoughts", "opinion", "spam", "legit", "true or", "real or", " or not", "formal", "polite", "casual", "in english", "english pl", "eng pl", "translate", "explain", "analysis", "huh", "source", "target", "question", "instruction", "task",
        "json", "csv", "yaml", "english", "emoji", "todo", "to-do", "action item", "deadline", "names", "dates", "nouns", "verbs", "word count", "lyrics", "slogan", "tagline", "slug", "limerick", "poem", "rhyme", "rebuttal", "counterargument", "reply", "rating", "score", "verdict", "intent", "label", "tags", "audience", "register", "etymology", "accent", "particle", "conjugation", "stroke order", "readability", "alt text", "meta ", "subject line", "speaker notes", "shorter", "longer", "simpler", "softer", "nicer", "legit", "scam", "rude", "sarcasm", "sarcastic", "joke", "serious", "literally");

    private const int LabelLength = 40;

    private static readonly string[] EnglishStarts =
    [
        "please", "can you", "could you", "would you", "will you", "do you", "did you", "are there", "is there", "is this", "is it", "should i", "may i", "how about", "tell me", "help me", "act as", "you are", "you will", "you'll", "let's", "don't", "do not",
        "i need", "i want", "i'd like", "i have", "i am", "i'm", "i think", "my ",
    ];

    // What stands before the verb of an instruction.
    private static readonly SearchValues<string> EnglishOpenings = Of("now ", "now, ", "then ", "then, ", "next, ", "first, ", "also, ", "just ", "ok ", "okay ", "ok, ", "so ", "so, ", "hi! ", "hi, ", "hello, ", "hey, ", "kindly ", "briefly ", "and ");

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,.:;!?\n");

    /// <summary>Verbs and question words that English instructions begin with.</summary>
    public static readonly string[] FirstWords =
    [
        "abbreviate", "accept", "acknowledge", "act", "adapt", "add", "adjust", "advise", "agree", "aid", "align", "alphabetise", "alphabetize", "am", "amend", "analyse", "analyze", "annotate", "anonymise", "anonymize", "answer",
        "any", "apologise", "apologize", "apply", "appraise", "are", "aren't", "argue", "arrange", "articulate", "ask", "assess", "assign", "assume", "autocorrect", "avoid", "balance", "blend", "bold", "brainstorm", "break",
        "brief", "bring", "build", "calculate", "can", "can't", "capitalise", "capitalize", "caption", "capture", "categorise", "categorize", "change", "characterise", "characterize", "check", "choose", "chop", "circle", "cite",
        "clarify", "classify", "clean", "cleanse", "collect", "colour", "combine", "comment", "compare", "compile", "complete", "compose", "compress", "compute", "conclude", "condense", "confirm", "connect", "consider",
        "construct", "contextualise", "contextualize", "continue", "contrast", "convert", "copy", "correct", "could", "couldn't", "count", "craft", "create", "criticise", "criticize", "critique", "crop", "cut", "deal", "debate",
        "debug", "debunk", "decide", "decipher", "declare", "decode", "deconstruct", "deduce", "dedupe", "defend", "define", "delete", "deliver", "demonstrate", "depict", "derive", "describe", "design", "detect", "determine",
        "develop", "diagnose", "dialogue", "dictate", "didn't", "digest", "direct", "discard", "discuss", "display", "dissect", "distill", "distinguish", "divide", "do", "does", "doesn't", "don't", "downgrade", "draft", "draw",
        "dumb", "echo", "edit", "elaborate", "eli5", "eliminate", "emojify", "emphasise", "emphasize", "encode", "encourage", "enhance", "enter", "enumerate", "envision", "erase", "establish", "estimate", "evaluate", "examine",
        "exclude", "expand", "explain", "expound", "express", "extend", "extract", "factcheck", "fetch", "fill", "filter", "finalise", "find", "finish", "fix", "flag", "flesh", "flip", "focus", "fold", "follow", "forecast",
        "format", "formulate", "gather", "gauge", "generate", "get", "give", "gloss", "grade", "group", "guess", "guide", "handle", "hear", "help", "highlight", "hold", "how", "hyphenate", "identify", "ignore", "illustrate",
        "imagine", "imitate", "impersonate", "improve", "include", "indicate", "infer", "insert", "inspect", "interpret", "introduce", "invent", "investigate", "is", "isn't", "isolate", "itemise", "itemize", "jot", "judge",
        "justify", "keep", "label", "lay", "leave", "lengthen", "let", "lighten", "limit", "list", "localise", "localize", "locate", "look", "loosen", "lower", "make", "mark", "mask", "match", "measure", "memorise", "mention",
        "merge", "mimic", "mind", "minimise", "mirror", "moderate", "modernise", "modernize", "modify", "name", "narrate", "negotiate", "neutralise", "normalise", "normalize", "omit", "optimise", "optimize", "organise",
        "organize", "outline", "output", "overhaul", "paginate", "paraphrase", "pare", "parse", "paste", "pen", "perform", "phrase", "pick", "plot", "polish", "portray", "practise", "predict", "preface", "prefix", "prepare",
        "preserve", "pretend", "print", "prioritise", "prioritize", "produce", "prompt", "pronounce", "proofread", "propose", "prove", "provide", "pull", "punctuate", "put", "puzzle", "qualify", "quiz", "quote", "rank", "rate",
        "react", "read", "rearrange", "reason", "rebut", "recall", "recap", "recast", "recite", "recommend", "reconcile", "reconstruct", "redact", "redo", "redraft", "reduce", "refer", "refine", "reflect", "reformat", "refute",
        "regroup", "reimagine", "relabel", "relate", "remind", "remove", "rename", "render", "reorder", "repair", "repeat", "rephrase", "replace", "reply", "represent", "reproduce", "request", "reshape", "resolve", "respond",
        "restate", "restore", "restructure", "restyle", "retell", "retitle", "retranslate", "return", "reverse", "review", "revise", "reword", "rewrite", "rhyme", "riff", "roast", "roleplay", "romanize", "run", "sanitise",
        "sanitize", "save", "say", "scan", "score", "segment", "select", "sell", "send", "separate", "settle", "shall", "shape", "shift", "shorten", "should", "show", "shrink", "simplify", "sing", "sketch", "skip", "slim",
        "smooth", "soften", "solve", "sort", "speak", "specify", "spell", "spice", "split", "spot", "spruce", "stay", "stick", "strengthen", "stress", "stretch", "strip", "structure", "sub", "substitute", "subtitle", "subtract",
        "suggest", "sum", "summarise", "summarize", "supply", "suppose", "swap", "syllabify", "synthesise", "synthesize", "tabulate", "tag", "take", "tally", "teach", "tease", "tell", "test", "think", "tidy", "tighten", "title",
        "tldr", "tokenise", "tokenize", "tone", "touch", "transcribe", "transform", "translate", "transliterate", "transpose", "treat", "triage", "trim", "try", "turn", "tweak", "tweet", "type", "uncover", "underline",
        "understand", "undo", "unpack", "unscramble", "upgrade", "uppercase", "use", "using", "validate", "vary", "verbalise", "verify", "versify", "visualise", "visualize", "vote", "wait", "walk", "warn", "wasn't", "weigh",
        "conjugate", "inflect", "latinise", "latinize", "demystify", "disambiguate", "enrich", "jazz", "anglicise", "anglicize", "americanise", "americanize", "censor", "chunk", "cluster", "crosscheck", "dramatise", "dramatize", "embellish", "excerpt", "finetune", "formalise", "formalize", "frame",
        "gamify", "hone", "humanise", "humanize", "index", "inventory", "lint", "lemmatise", "lemmatize", "mine", "mock", "nitpick", "pad", "parody", "pinpoint", "pitch", "pseudonymise", "pseudonymize", "quantify", "reconsider", "recompose", "remix", "rethink", "retype", "rework", "scrub", "serialise", "serialize",
        "sift", "skim", "spellcheck", "spin", "stem", "steelman", "streamline", "storyboard", "typeset", "vet", "explicate", "vocalise", "vocalize", "disprove", "unjumble", "amplify", "contest", "corroborate", "deduplicate", "delineate", "disclose", "exemplify", "extrapolate", "furnish", "gimme", "lemme", "offer", "recreate", "refactor", "sanity-check", "signal", "sharpen", "situate", "spruce", "survey", "trace", "trim", "vulgarise",
        "what", "what's", "whats", "when", "where", "which", "whittle", "who", "who's", "whose", "why", "will", "would", "wouldn't", "wrap", "write",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishFirstWords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, FirstWords).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> ChineseTask = Exact(
        "翻译", "翻譯", "译成", "譯成", "总结", "總結", "概括", "改写", "改寫", "以下", "下面", "下列", "上面", "上述", "这段", "這段", "这句", "這句", "解释", "解釋", "用中文", "成中文", "成英文", "成日文", "成日语", "分类", "分類");

    private static readonly SearchValues<string> ChineseRequest = Exact("请", "請", "帮我", "幫我", "什么", "什麼", "怎么", "怎麼", "如何", "为什么", "為什麼", "吗", "嗎", "呢", "告诉", "告訴", "写", "寫", "?");

    private static readonly SearchValues<string> KoreanTask = Exact("번역", "요약", "다음", "아래", "위의", "이 글", "이 문장", "설명", "고쳐", "분류", "영어로", "한국어로", "일본어로");

    private static readonly SearchValues<string> KoreanRequest = Exact("주세요", "줘", "줄래", "하시오", "하세요", "알려", "무엇", "뭐", "어떻게", "왜", "까요", "나요", "?");

    private static readonly SearchValues<string> LatinTask = Of(
        "traduc", "traduz", "tradui", "übersetz", "vertaal", "terjemah", "resum", "résum", "riassum", "zusammenfass", "siguiente", "suivant", "folgend", "seguente", "seguinte", "berikut", "al español", "en español", "en français", "auf deutsch", "in italiano",
        "em português", "explica", "expliqu", "erklär", "spiega");

    private static readonly SearchValues<string> LatinRequest = Of("por favor", "s'il", "bitte", "per favore", "tolong", "puedes", "peux", "pouvez", "kannst", "können", "puoi", "pode", "bisakah", "cómo", "comment", "wie ", "come ", "como ", "?");

    /// <summary>Gets the strength of a unit's request, 0 to 3: by words that point at a task or its material, and by the form of a request or question.</summary>
    /// <param name="unit">The unit's text.</param>
    /// <param name="language">Its language.</param>
    public static double Strength(ReadOnlySpan<char> unit, byte language)
    {
        unit = TrimToLetters(unit);
        var asks = unit.EndsWith('?') || (unit.EndsWith(':') && (!LanguageTable.IsLatin(language) || unit.Count(' ') >= LabelWords)) || language switch
        {
            LanguageTable.Japanese => EndsWithAny(unit, JapaneseEnds) || (unit.Length <= ShortUnit && EndsWithAny(unit, JapaneseShortEnds)),
            LanguageTable.English => AsksInEnglish(unit),
            LanguageTable.ChineseSimplified or LanguageTable.ChineseTraditional => unit.ContainsAny(ChineseRequest),
            LanguageTable.Korean => unit.ContainsAny(KoreanRequest),
            _ => unit.ContainsAny(LatinRequest),
        };
        var pointsAtTask = unit.ContainsAny(language switch
        {
            LanguageTable.Japanese => JapaneseTask,
            LanguageTable.English => EnglishTask,
            LanguageTable.ChineseSimplified or LanguageTable.ChineseTraditional => ChineseTask,
            LanguageTable.Korean => KoreanTask,
            _ => LatinTask,
        });

        // A few words that name what is wanted ask for it.
        asks |= language == LanguageTable.English && unit.Length <= LabelLength && HasLabel(unit);

        // Words like "the text" stand in material too, where the form of a request is missing.
        return (asks, pointsAtTask) switch
        {
            (true, true) => 3,
            (true, false) => Question,
            (false, true) => unit.Length <= 40 ? 1.5 : 0.5,
            _ => 0,
        };
    }

    /// <summary>From this strength on a unit asks; weaker signs, such as 以下の in a long sentence, stand in material as often as in requests.</summary>
    public const double Asks = 1;

    /// <summary>The strength of what has the form of a request or question, and no word that points at a task.</summary>
    public const double Question = 1.2;

    private const int ShortUnit = 30;

    /// <summary>"Text:" and "first name:" are labels.</summary>
    private const int LabelWords = 2;

    // From the first letter on; at the end the signs that ask stay, and those that anybody may add do not.
    private static ReadOnlySpan<char> TrimToLetters(ReadOnlySpan<char> unit)
    {
        while (!unit.IsEmpty && !char.IsLetterOrDigit(unit[^1]) && unit[^1] is not ('?' or ':'))
        {
            unit = unit[..^1];
        }

        while (!unit.IsEmpty && !char.IsLetter(unit[0]))
        {
            unit = unit[1..];
        }

        return unit;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> unit, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (unit.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> unit, string[] starts)
    {
        foreach (var start in starts)
        {
            if (unit.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (unit.Length == start.Length || !char.IsAsciiLetter(unit[start.Length])))
            {
                return true;
            }
        }

        return false;
    }

    // At the start of a word: "tone" is none in "Stone".
    private static bool HasLabel(ReadOnlySpan<char> unit)
    {
        for (var at = 0; at < unit.Length;)
        {
            var next = unit[at..].IndexOfAny(EnglishLabels);
            if (next < 0)
            {
                return false;
            }

            at += next;
            if (at == 0 || !char.IsAsciiLetter(unit[at - 1]) || unit[at] == ' ')
            {
                return true;
            }

            at++;
        }

        return false;
    }

    private static bool AsksInEnglish(ReadOnlySpan<char> unit)
    {
        if (StartsWithAny(unit, EnglishStarts) || unit.EndsWith(" pls", StringComparison.OrdinalIgnoreCase) || unit.Contains("please", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (unit.IndexOfAny(EnglishOpenings) == 0)
        {
            unit = unit[(unit.IndexOf(' ') + 1)..];
        }

        var end = unit.IndexOfAny(WordEnds);
        return EnglishFirstWords.Contains(end < 0 ? unit : unit[..end]);
    }

    private static SearchValues<string> Exact(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.Ordinal);

    private static SearchValues<string> Of(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
