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
            ["rror", "エラー", "レート", "制限", "rate", "quota", "API", "ゲートウェイ", "例外", "サーバ", "認証", "html", "gateway", "timeout", "server", "service", "unauthorized", "requests"]),
        new(
            VerificationCodes.Introduction,
            ["Here is the translation", "Here's the translation", "Translation:", "translation is:", "Translated text", "Sure, here", "Sure! Here", "Certainly! Here"],
            ["以下は翻訳", "以下が翻訳", "翻訳：", "翻訳:", "訳文：", "翻訳結果"],
            ["translat", "翻訳", "訳", "はい", "もちろん", "ure", "ertainly"]),
    ];

    private static readonly SearchValues<string> English = SearchValues.Create([.. Kinds.SelectMany(k => k.English)], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Japanese = SearchValues.Create([.. Kinds.SelectMany(k => k.Japanese)], StringComparison.OrdinalIgnoreCase);

    // One of these is in each Japanese phrase.
    private static readonly CharacterPairs InJapanese = new("せん", "し訳", "翻訳", "訳文", "とし", "デル", "キス", "文章", "原文", "エラ");

    /// <summary>Gets all phrases.</summary>
    public static IEnumerable<string> Phrases => Kinds.SelectMany(k => k.English.Concat(k.Japanese));

    /// <summary>Gets beginnings of words of which every English phrase has one, unless it has a colon.</summary>
    public static IEnumerable<string> EnglishWords =>
    [
        "sorry", "assist", "help", "translate", "translation", "unable", "ai", "model", "text", "source", "me", "like",
        "html", "doctype", "gateway", "timeout", "server", "unavailable", "requests", "limit", "exceeded", "language", "mymemory", "most", "code", "unauthorized", "key", "here",
    ];

    public static string? Check(CheckedText source, CheckedText translation, bool wide = true) =>
        MayBeEnglish(translation) && translation.Text.ContainsAny(English) || (wide && MayBeJapanese(translation.Text)) ? Find(source.Text, translation.Text) : null;

    private static bool MayBeEnglish(CheckedText text) => text.MayHave(WordSigns.Phrase) || HasColonOfPhrase(text.Text);

    // "Error:" and "Translation:" may end a longer word.
    private static bool HasColonOfPhrase(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        while (colon >= 0)
        {
            if (colon > 0 && text[colon - 1] is 'r' or 'R' or 'n' or 'N' or 's' or 'S' or '"')
            {
                return true;
            }

            text = text[(colon + 1)..];
            colon = text.IndexOf(':');
        }

        return false;
    }

    private static string? Find(ReadOnlySpan<char> source, ReadOnlySpan<char> translation)
    {
        foreach (var kind in Kinds)
        {
            if (Has(translation, kind) && !ContainsAny(source, kind.InSource))
            {
                return kind.Code;
            }
        }

        return null;
    }

    private static bool MayBeJapanese(ReadOnlySpan<char> text) => InJapanese.AnyIn(text) && text.ContainsAny(Japanese);

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
