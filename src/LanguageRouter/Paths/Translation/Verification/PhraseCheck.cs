using System.Buffers;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Finds what a model or a gateway says instead of translating: refusals, requests for the text, error messages, introductions.</summary>
/// <remarks>A phrase counts only where the source has nothing of the kind: an apology in the text is translated as an apology. The lists are judgement.</remarks>
internal static class PhraseCheck
{
    private static readonly (string Code, SearchValues<string> Signs, SearchValues<string> InSource)[] Kinds =
    [
        Kind(
            VerificationCodes.Refusal,
            ["I'm sorry, but", "I’m sorry, but", "I am sorry, but", "I'm sorry. I can", "I can't assist", "I cannot assist", "I can't help with", "I cannot help with", "can't translate", "cannot translate", "I'm unable to", "I am unable to", "As an AI", "as a language model",
             "申し訳ありませんが、", "申し訳ございませんが、", "お手伝いできません", "お答えできません", "翻訳できません", "AIとして", "言語モデルとして", "対応できません"],
            ["sorry", "apolog", "can't", "cannot", "unable", "AI", "language model", "assist", "help", "すみません", "申し訳", "ごめん", "できな", "できま", "AI", "ＡＩ", "モデル", "残念", "恐れ入", "恐縮", "手伝", "答え", "対応"]),
        Kind(
            VerificationCodes.AsksForText,
            ["provide the text", "provide the source", "provide me with the", "text you would like", "text you'd like", "would like me to translate", "want me to translate", "text to translate", "text to be translated", "ready to translate",
             "テキストを提供", "文章を提供", "翻訳するテキスト", "翻訳したいテキスト", "翻訳したい文", "翻訳する文章", "テキストを入力", "原文を"],
            ["translat", "text", "翻訳", "訳", "テキスト", "文章", "原文", "文を"]),
        Kind(
            VerificationCodes.ErrorText,
            ["<html", "<!DOCTYPE", "Bad Gateway", "Internal Server Error", "Service Unavailable", "Gateway Timeout", "Too Many Requests", "rate limit", "Rate limit", "quota exceeded", "QUERY LENGTH LIMIT", "INVALID LANGUAGE", "MYMEMORY", "Traceback (most", "\"error\":",
             "Error: ", "error code", "Unauthorized", "API key", "サーバーエラー", "エラーが発生しました"],
            ["rror", "エラー", "レート", "制限", "rate", "quota", "API", "ゲートウェイ", "例外", "サーバ", "認証", "html", "gateway", "server", "service", "unauthorized", "requests"]),
        Kind(
            VerificationCodes.Introduction,
            ["Here is the translation", "Here's the translation", "Translation:", "translation is:", "Translated text", "Sure, here", "Sure! Here", "Certainly! Here", "以下は翻訳", "以下が翻訳", "翻訳：", "翻訳:", "訳文：", "翻訳結果"],
            ["translat", "翻訳", "訳", "はい", "もちろん", "ure", "ertainly"]),
    ];

    public static string? Check(ReadOnlySpan<char> source, ReadOnlySpan<char> translation)
    {
        foreach (var (code, signs, inSource) in Kinds)
        {
            if (translation.ContainsAny(signs) && !source.ContainsAny(inSource))
            {
                return code;
            }
        }

        return null;
    }

    private static (string Code, SearchValues<string> Signs, SearchValues<string> InSource) Kind(string code, string[] signs, string[] inSource) =>
        (code, SearchValues.Create(signs, StringComparison.OrdinalIgnoreCase), SearchValues.Create(inSource, StringComparison.OrdinalIgnoreCase));
}
