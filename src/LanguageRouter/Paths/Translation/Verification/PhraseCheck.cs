using System.Buffers;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Finds what a model or a gateway says instead of translating: refusals, requests for the text, error messages, introductions.</summary>
/// <remarks>A phrase counts only where the source has nothing of the kind: an apology in the text is translated as an apology. The lists are judgement.</remarks>
internal static class PhraseCheck
{
    private static readonly Kind[] Kinds =
    [
        new(
            VerificationCodes.Refusal,
            ["m sorry, but", "I am sorry, but", "m sorry. I can", "t assist with", "cannot assist with", "t help with", "cannot help with", "t translate", "cannot translate", "m unable to", "I am unable to", "As an AI", "as a language model"],
            ["申し訳ありませんが、", "申し訳ございませんが、", "お手伝いできません", "お答えできません", "翻訳できません", "AIとして", "言語モデルとして", "対応できません"],
            ["sorry", "apolog", "can't", "can’t", "cannot", "unable", "AI", "language model", "assist", "help", "すみません", "申し訳", "ごめん", "できな", "できま", "ＡＩ", "モデル", "残念", "恐れ入", "恐縮", "手伝", "答え", "対応"]),
        new(
            VerificationCodes.AsksForText,
            ["provide the text", "provide the source", "provide me with the", "text you would like", "text you'd like", "would like me to translate", "want me to translate", "text to translate", "text to be translated", "ready to translate"],
            ["テキストを提供", "文章を提供", "翻訳するテキスト", "翻訳したいテキスト", "翻訳したい文", "翻訳する文章", "テキストを入力", "原文を"],
            ["translat", "text", "翻訳", "訳", "テキスト", "文章", "原文", "文を"]),
        new(
            VerificationCodes.ErrorText,
            ["<html", "<!DOCTYPE", "Bad Gateway", "Internal Server Error", "Service Unavailable", "Gateway Timeout", "Too Many Requests", "rate limit", "quota exceeded", "QUERY LENGTH LIMIT", "INVALID LANGUAGE", "MYMEMORY", "Traceback (most", "\"error\":", "Error: ", "error code", "Unauthorized", "API key"],
            ["サーバーエラー", "エラーが発生しました"],
            ["rror", "エラー", "レート", "制限", "rate", "quota", "API", "ゲートウェイ", "例外", "サーバ", "認証", "html", "gateway", "server", "service", "unauthorized", "requests"]),
        new(
            VerificationCodes.Introduction,
            ["Here is the translation", "Here's the translation", "Translation:", "translation is:", "Translated text", "Sure, here", "Sure! Here", "Certainly! Here"],
            ["以下は翻訳", "以下が翻訳", "翻訳：", "翻訳:", "訳文：", "翻訳結果"],
            ["translat", "翻訳", "訳", "はい", "もちろん", "ure", "ertainly"]),
    ];

    // One search for all kinds: nearly every sentence ends here. A set without other letters than ASCII is searched by vectors.
    private static readonly SearchValues<string> English = SearchValues.Create([.. Kinds.SelectMany(k => k.English)], StringComparison.OrdinalIgnoreCase);

    public static string? Check(ReadOnlySpan<char> source, ReadOnlySpan<char> translation, bool wide = true)
    {
        if (!translation.ContainsAny(English) && !(wide && MayBeJapanese(translation)))
        {
            return null;
        }

        foreach (var kind in Kinds)
        {
            if (Has(translation, kind) && !ContainsAny(source, kind.InSource))
            {
                return kind.Code;
            }
        }

        return null;
    }

    // A word of each Japanese phrase.
    private static bool MayBeJapanese(ReadOnlySpan<char> text) =>
        text.Contains("できません", StringComparison.Ordinal) || text.Contains("申し訳", StringComparison.Ordinal) || text.Contains('訳') || text.Contains("として", StringComparison.Ordinal)
        || text.Contains("テキストを", StringComparison.Ordinal) || text.Contains("文章を", StringComparison.Ordinal) || text.Contains("原文を", StringComparison.Ordinal) || text.Contains("エラー", StringComparison.Ordinal);

    private static bool Has(ReadOnlySpan<char> text, Kind kind) => ContainsAny(text, kind.English) || ContainsAny(text, kind.Japanese);

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] signs)
    {
        foreach (var sign in signs)
        {
            if (text.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Kind(string Code, string[] English, string[] Japanese, string[] InSource);
}
