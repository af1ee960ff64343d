using System.Collections.Frozen;

namespace LanguageRouter.Signals.Languages;

/// <summary>How a Japanese sentence ends, which tells what it is for: verbs and their forms stand last.</summary>
internal enum JapaneseEnding
{
    /// <summary>A noun or a part of a sentence: 要約, 3行で.</summary>
    Fragment,

    /// <summary>A finite statement: あります, 始まった, である.</summary>
    Statement,

    /// <summary>A question: ですか, って何, どれ.</summary>
    Question,

    /// <summary>A request: ください, 教えて, してほしい.</summary>
    Request,
}

/// <summary>Reads how Japanese sentences end.</summary>
internal static class JapaneseEndings
{
    private static readonly FrozenDictionary<char, string[]> Requests = ByLast(
    [
        "ください", "下さい", "お願い", "願います", "お願いします", "なさい", "せよ", "ほしい", "欲しい", "ほしいです", "欲しいです", "くれ", "頼む", "頼みます", "たのむ", "いたします", "致します", "幸いです", "助かる", "助かります",
        "嬉しい", "嬉しいです", "けろ", "よろしく", "て", "てね", "てよ", "てー", "てみ", "たい", "たいです", "たいんだけど", "たいんですが", "たいのですが", "たいんですけど", "けど", "んですが", "のですが", "述べよ", "答えよ", "示せ",
    ]);

    private static readonly FrozenDictionary<char, string[]> Questions = ByLast(
        ["か", "かな", "かしら", "とは", "何", "なに", "どれ", "誰", "いつ", "どこ", "なぜ", "どっち", "どう", "の", "は", "やつ", "よね", "じゃない", "やん", "ねん", "なんて返そう"]);

    // The last characters of verbs, adjectives and copulas in written statements.
    private const string StatementEnds = "たるすだいくうむぶつんぬ";

    /// <summary>Reads the end of a sentence; signs behind it, which anybody may add or leave out, do not count.</summary>
    /// <param name="sentence">Folded text.</param>
    public static JapaneseEnding Of(ReadOnlySpan<char> sentence)
    {
        var asks = false;
        while (!sentence.IsEmpty && !IsJapanese(sentence[^1]))
        {
            asks |= sentence[^1] == '?';
            if (char.IsAsciiLetterOrDigit(sentence[^1]) && sentence[^1] is not ('w' or 'W'))
            {
                return asks ? JapaneseEnding.Question : JapaneseEnding.Fragment;
            }

            sentence = sentence[..^1];
        }

        sentence = sentence.TrimEnd('笑');
        return asks ? JapaneseEnding.Question
            : EndsWithAny(sentence, Requests) ? JapaneseEnding.Request
            : EndsWithAny(sentence, Questions) ? JapaneseEnding.Question
            : !sentence.IsEmpty && StatementEnds.Contains(sentence[^1], StringComparison.Ordinal) ? JapaneseEnding.Statement : JapaneseEnding.Fragment;
    }

    private static bool IsJapanese(char c) => c is >= '\u3041' and <= '\u9FFF' and not '・';

    // By the last character, so that a sentence is held against few of them.
    private static FrozenDictionary<char, string[]> ByLast(string[] endings) => endings.GroupBy(ending => ending[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static bool EndsWithAny(ReadOnlySpan<char> sentence, FrozenDictionary<char, string[]> byLast)
    {
        if (sentence.IsEmpty || !byLast.TryGetValue(sentence[^1], out var endings))
        {
            return false;
        }

        foreach (var ending in endings)
        {
            if (sentence.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
