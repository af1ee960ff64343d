namespace LanguageRouter.Evaluation.Languages;

/// <summary>Instructions in wordings of several authors around passages of the other language, and Japanese turns with Latin letters at an edge that instruct nothing.</summary>
/// <remarks>Order and choice are fixed. What is sealed is only measured: its lines are not read, and rules and weights are never set on them.</remarks>
internal static class InstructionSets
{
    /// <summary>Gets the sets that rules and weights may be set on.</summary>
    public static IEnumerable<InstructionCase> Development(EvaluationOptions options)
    {
        var texts = new Passages(options);
        return
        [
            .. Around("en + ja passage, sixty wordings", "en", EnglishWordings.All, texts.Japanese),
            .. Around("en + ja passage, other author, dev.", "en", Lines("wordings-en-development.txt"), texts.Japanese),
            .. Around("en + ja passage, 2nd author, dev.", "en", Lines("wordings-en-development-2.txt"), texts.Japanese),
            .. Around("en + ja question as material", "en", [.. Lines("wordings-en-development.txt"), .. Lines("wordings-en-development-2.txt")], texts.JapaneseQuestions, 1),
            .. Around("ja + en passage, other author, dev.", "ja", Lines("wordings-ja-development.txt"), texts.English),
            .. Around("ja + en passage, 2nd author, dev.", "ja", Lines("wordings-ja-development-2.txt"), texts.English),
            .. Around("ja + en question as material", "ja", [.. Lines("wordings-ja-development.txt"), .. Lines("wordings-ja-development-2.txt")], texts.EnglishQuestions, 1),
            .. Around("en about a Japanese word, 1st half", "en", Half("mentions-en.txt", 0), texts.Japanese),
            .. Around("ja with Latin edge, more", "ja", Lines("latin-edges-ja-2.txt"), texts.Japanese, 3),
            .. Around("en + ja passage, kinds, 1st half", "en", Half("wordings-en-3.txt", 0), texts.Japanese),
            .. Around("ja + en passage, kinds, 1st half", "ja", Half("wordings-ja-3.txt", 0), texts.English),
            .. Around("en + ja passage, brief, 1st half", "en", Half("wordings-en-4.txt", 0), texts.Japanese),
            .. Around("ja + en passage, brief, 1st half", "ja", Half("wordings-ja-4.txt", 0), texts.English),
            .. Around("ja + en passage, mixed, 1st half", "ja", Half("wordings-ja-5.txt", 0), texts.English),
            .. Around("en mentions Japanese, 1st half", "en", Half("mentions-en-2.txt", 0), texts.Japanese),
            .. Around("ja mentions English, 1st half", "ja", Half("mentions-ja.txt", 0), texts.English),
            .. Around("ja with Latin edge, kinds, 1st half", "ja", Half("latin-edges-ja-3.txt", 0), texts.Japanese, 3),
            .. Around("ja with Latin edge, 1st half", "ja", Half("latin-edges-ja.txt", 0), texts.Japanese),
        ];
    }

    /// <summary>Gets the sets that only measure, some of them open.</summary>
    public static IEnumerable<InstructionCase> Held(EvaluationOptions options)
    {
        var texts = new Passages(options);
        return
        [
            .. Around("en about a Japanese word, 2nd half", "en", Half("mentions-en.txt", 1), texts.Japanese),
            .. Around("en + ja passage, kinds, 2nd half", "en", Half("wordings-en-3.txt", 1), texts.Japanese),
            .. Around("ja + en passage, kinds, 2nd half", "ja", Half("wordings-ja-3.txt", 1), texts.English),
            .. Around("en + ja passage, brief, 2nd half", "en", Half("wordings-en-4.txt", 1), texts.Japanese),
            .. Around("ja + en passage, brief, 2nd half", "ja", Half("wordings-ja-4.txt", 1), texts.English),
            .. Around("ja + en passage, mixed, 2nd half", "ja", Half("wordings-ja-5.txt", 1), texts.English),
            .. Around("en mentions Japanese, 2nd half", "en", Half("mentions-en-2.txt", 1), texts.Japanese),
            .. Around("ja mentions English, 2nd half", "ja", Half("mentions-ja.txt", 1), texts.English),
            .. Around("ja with Latin edge, kinds, 2nd half", "ja", Half("latin-edges-ja-3.txt", 1), texts.Japanese, 3),
            .. Around("ja with Latin edge, 2nd half", "ja", Half("latin-edges-ja.txt", 1), texts.Japanese),
        ];
    }

    /// <summary>Gets the sealed sets.</summary>
    public static IEnumerable<InstructionCase> Sealed(EvaluationOptions options)
    {
        var texts = new Passages(options);
        return
        [
            .. Around("en + ja passage, other author, sealed", "en", Lines("wordings-en-sealed.txt"), texts.Japanese),
            .. Around("en + ja passage, 2nd author, sealed", "en", Lines("wordings-en-sealed-2.txt"), texts.Japanese),
            .. Around("en + ja passage, 3rd author, sealed", "en", Lines("wordings-en-sealed-3.txt"), texts.Japanese),
            .. Around("ja + en passage, other author, sealed", "ja", Lines("wordings-ja-sealed.txt"), texts.English),
            .. Around("ja + en passage, 2nd author, sealed", "ja", Lines("wordings-ja-sealed-2.txt"), texts.English),
            .. Around("ja + en passage, 3rd author, sealed", "ja", Lines("wordings-ja-sealed-3.txt"), texts.English),
        ];
    }

    // Words that English turns ask about, and English words that stand in Japanese turns.
    private static readonly string[] JapaneseWords = ["木漏れ日", "頑張って", "猫", "お疲れ様", "仕方がない", "食べる", "東京", "美しい", "空気を読む", "今日はいい天気ですね", "大丈夫です", "先輩", "侘び寂び", "ちょっと待って"];
    private static readonly string[] EnglishWords = ["docker compose", "reply all", "pull request", "sort by", "merge conflict", "translate", "summary", "dark mode", "check in", "explain analyze", "rewrite rule", "load balancer", "read replica", "Google Translate", "list comprehension"];

    // Each wording around passages that lie apart; a line without a place for one stands as it is.
    private static IEnumerable<InstructionCase> Around(string set, string language, string[] wordings, List<string> passages, int times = 5) =>
        Enumerable.Range(0, times * wordings.Length).Where(i => i < wordings.Length || HasPlace(wordings[i % wordings.Length]))
            .Select(i => new InstructionCase(set, language, Filled(wordings[i % wordings.Length], passages, i), wordings[i % wordings.Length]));

    private static string Filled(string wording, List<string> passages, int i) => wording.Replace("{0}", passages[i * 7 % passages.Count], StringComparison.Ordinal)
        .Replace("{1}", JapaneseWords[i * 5 % JapaneseWords.Length], StringComparison.Ordinal).Replace("{2}", EnglishWords[i * 7 % EnglishWords.Length], StringComparison.Ordinal);

    private static bool HasPlace(string wording) => wording.Contains('{', StringComparison.Ordinal);

    // Every other line.
    private static string[] Half(string file, int half) => [.. Lines(file).Where((_, i) => i % 2 == half)];

    private static string[] Lines(string file) =>
        [.. File.ReadLines(Path.Combine(RomajiRequests.RepositoryRoot(), "tests", "LanguageRouter.Evaluation", "Languages", file)).Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal))];

    private sealed class Passages(EvaluationOptions options)
    {
        private readonly List<string> _english = ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", "en");

        public List<string> Japanese { get; } = [.. ReferenceTexts.Read(options, "ja-en-parallel/flores-devtest.jsonl", "ja"), .. ReferenceTexts.Read(options, "ja-prompts/jsquad-valid-1perparagraph.jsonl", "context")];

        public List<string> English => [.. _english, .. _english.Chunk(4).Select(part => string.Join(' ', part)), .. ReferenceTexts.Read(options, "ja-en-parallel/ami.jsonl", "en").Where(text => text.Length > 60)];

        // What people paste asks for something itself, now and then.
        public List<string> JapaneseQuestions { get; } = [.. ReferenceTexts.Read(options, "ja-prompts/mkqa-ja-500.jsonl", "ja"), .. ReferenceTexts.Read(options, "ja-prompts/niilc-test.jsonl", "q")];

        public List<string> EnglishQuestions { get; } = ReferenceTexts.Read(options, "ja-prompts/mkqa-ja-500.jsonl", "en_google");
    }
}

/// <summary>A turn with the wording that it was made of.</summary>
/// <param name="Set">The name of the set.</param>
/// <param name="Expected">The language of the instruction.</param>
/// <param name="Text">The turn.</param>
/// <param name="Wording">The wording, the same for all passages that it stands around.</param>
internal sealed record InstructionCase(string Set, string Expected, string Text, string Wording)
{
    /// <summary>Gets whether it stands alone, without a passage that other turns have too.</summary>
    public bool IsAlone => Text == Wording;

    public LanguageCase AsCase() => new(Set, Expected, Text);
}
