namespace LanguageRouter.Paths.Translation;

/// <summary>Reads from the user's words in which language the answer is wanted.</summary>
internal static class AnswerLanguage
{
    private static readonly (string Word, string Tag)[] Japanese =
    [
        ("英語", "en"), ("日本語", "ja"), ("中国語", "zh"), ("韓国語", "ko"), ("ドイツ語", "de"), ("フランス語", "fr"), ("スペイン語", "es"),
    ];

    private static readonly (string Word, string Tag)[] English =
    [
        ("English", "en"), ("Japanese", "ja"), ("Chinese", "zh"), ("Korean", "ko"), ("German", "de"), ("French", "fr"), ("Spanish", "es"),
    ];

    private static readonly string[] Verbs =
    [
        "答え", "回答", "返信", "返事", "お願い", "出力", "説明", "書いて", "教えて", "話して", "応答", "返して", "解答", "要約して", "頼む", "作成して", "記述", "まとめて",
    ];

    private static readonly string[] EnglishVerbs = ["answer", "reply", "respond", "write", "explain", "output", "response"];

    /// <summary>Finds the language that a text asks to be answered in.</summary>
    /// <returns>A BCP 47 tag, or <see langword="null"/> where the text asks for none.</returns>
    public static string? Find(string text)
    {
        string? found = null;
        var place = -1;
        foreach (var (word, tag) in Japanese)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var rest = text.AsSpan(at + word.Length);
                if (at > place && rest.Length > 0 && rest[0] == 'で' && Asks(rest[1..]))
                {
                    (found, place) = (tag, at);
                }
            }
        }

        foreach (var (word, tag) in English)
        {
            var at = text.IndexOf("in " + word, StringComparison.OrdinalIgnoreCase);
            if (at > place && EnglishVerbs.Any(v => text.AsSpan(Math.Max(0, at - 60), at - Math.Max(0, at - 60)).Contains(v, StringComparison.OrdinalIgnoreCase)))
            {
                (found, place) = (tag, at);
            }
        }

        return found;
    }

    // The verb stands close behind: "英語で（簡潔に）答えて"; "英語で何と言いますか" asks for something else.
    private static bool Asks(ReadOnlySpan<char> rest)
    {
        var window = rest[..Math.Min(rest.Length, 14)];
        var end = window.IndexOfAny('。', '\n', '？');
        window = end < 0 ? window : window[..end];
        foreach (var verb in Verbs)
        {
            if (window.Contains(verb, StringComparison.Ordinal))
            {
                return !window.Contains("何", StringComparison.Ordinal) && !window.Contains("書いてある", StringComparison.Ordinal) && !window.Contains("書かれ", StringComparison.Ordinal);
            }
        }

        return false;
    }
}
