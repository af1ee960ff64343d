using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Finds the words by which a unit of text asks for something, rather than being the material.</summary>
internal static class InstructionCues
{
    private static readonly SearchValues<string> JapaneseTask = Of(
        "訳して", "翻訳", "和訳", "英訳", "要約", "次の", "以下", "下記", "上記", "上の", "この文", "この英", "英文", "日本語に", "日本語で", "英語に", "英語で", "添削", "校正", "解説", "説明し", "まとめて", "答えて", "回答", "抽出", "分類");

    private static readonly SearchValues<string> JapaneseRequest = Of(
        "ください", "下さい", "教えて", "お願い", "しなさい", "なさい", "せよ", "ですか", "ますか", "でしょうか", "ませんか", "とは", "って何", "書いて", "直して", "作って", "述べよ", "してほしい", "して欲しい", "どう", "なぜ", "何", "?");

    private static readonly SearchValues<string> EnglishTask = Of(
        "translat", "summari", "rewrite", "rephrase", "paraphrase", "proofread", "the following", "below", "above", "this text", "this sentence", "this passage", "this paragraph", "into english", "in english", "to english",
        "into japanese", "in japanese", "to japanese", "from japanese", "explain", "classify", "extract", "this mean", "meaning of");

    private static readonly SearchValues<string> EnglishRequest = Of(
        "please", "can you", "could you", "would you", "write", "what ", "what'", "how ", "why ", "which ", "who ", "when ", "where ", "give ", "list ", "answer", "tell me", "help me", "fix ", "correct", "describe", "?");

    private static readonly SearchValues<string> ChineseTask = Of(
        "翻译", "翻譯", "译成", "譯成", "总结", "總結", "概括", "改写", "改寫", "以下", "下面", "下列", "上面", "上述", "这段", "這段", "这句", "這句", "解释", "解釋", "用中文", "成中文", "成英文", "成日文", "成日语", "分类", "分類");

    private static readonly SearchValues<string> ChineseRequest = Of("请", "請", "帮我", "幫我", "什么", "什麼", "怎么", "怎麼", "如何", "为什么", "為什麼", "吗", "嗎", "呢", "告诉", "告訴", "写", "寫", "?");

    private static readonly SearchValues<string> KoreanTask = Of("번역", "요약", "다음", "아래", "위의", "이 글", "이 문장", "설명", "고쳐", "분류", "영어로", "한국어로", "일본어로");

    private static readonly SearchValues<string> KoreanRequest = Of("주세요", "해줘", "하시오", "하세요", "알려", "무엇", "뭐", "어떻게", "왜", "까요", "나요", "?");

    private static readonly SearchValues<string> LatinTask = Of(
        "traduc", "traduz", "tradui", "übersetz", "vertaal", "terjemah", "resum", "résum", "riassum", "zusammenfass", "siguiente", "suivant", "folgend", "seguente", "seguinte", "berikut", "al español", "en español", "en français", "auf deutsch", "in italiano",
        "em português", "explica", "expliqu", "erklär", "spiega");

    private static readonly SearchValues<string> LatinRequest = Of("por favor", "s'il", "bitte", "per favore", "tolong", "puedes", "peux", "pouvez", "kannst", "können", "puoi", "pode", "bisakah", "cómo", "comment", "wie ", "come ", "como ", "?");

    /// <summary>Gets the strength of a unit's request, 0 to 3: 2 for words that point at a task or its material, 1 for a request or question.</summary>
    public static double Strength(ReadOnlySpan<char> unit, byte language)
    {
        var (task, request) = language switch
        {
            LanguageTable.Japanese => (JapaneseTask, JapaneseRequest),
            LanguageTable.English => (EnglishTask, EnglishRequest),
            LanguageTable.ChineseSimplified or LanguageTable.ChineseTraditional => (ChineseTask, ChineseRequest),
            LanguageTable.Korean => (KoreanTask, KoreanRequest),
            _ => (LatinTask, LatinRequest),
        };
        return (unit.ContainsAny(task) ? 2 : 0) + (unit.ContainsAny(request) ? 1 : 0);
    }

    private static SearchValues<string> Of(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
