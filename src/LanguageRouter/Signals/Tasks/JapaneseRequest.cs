using System.Buffers;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Tells a Japanese request from a mention, by what follows the word.</summary>
internal static class JapaneseRequest
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。．.、,!?\n:;)」』\"");

    // What may follow a noun, after an optional を, も or だけ: 要約｜してください, 英訳｜をお願いします.
    private static readonly string[] NounTails =
    [
        "したい", "したく", "しなさい", "しろ", "しましょう", "しよう", "しとい", "し、", "し,", "せよ", "すること", "すべし", "するよう", "するには?", "する文", "しつつ", "しながら",
        "できますか", "できる?", "できませんか", "できない?", "できないで", "出来ますか", "出来る?", "でき", "お願い", "おねがい", "御願い", "願い", "願え", "頼", "たのむ", "たのみ", "よろしく", "宜しく",
        "ください", "下さい", "ちょうだい", "頂", "いただ", "くれ", "欲し", "ほし", "希望", "依頼", "プリーズ", "plz", "please", "pls", "する?", "してて?",
    ];

    private static readonly string[] ObjectTails =
    [
        "教え", "おしえ", "書い", "書き", "作っ", "作成", "作り", "考え", "つけ", "付け", "提示", "示し", "示せ", "出し", "出力", "提案", "見せ", "知りたい", "聞かせ", "送っ", "行っ", "やっ", "聞き",
        "用意", "生成", "まとめ", "返し", "返信", "述べ", "挙げ", "あげて", "詠", "披露", "一つ", "ひとつ", "1つ", "2つ", "3つ", "5つ", "10", "いくつ", "何個", "何か", "なにか", "みっつ", "記述", "入れて", "しよう", "しましょ", "始め",
    ];

    /// <summary>Says whether a request follows a noun.</summary>
    /// <param name="after">The folded text after the noun.</param>
    public static bool FollowsNoun(ReadOnlySpan<char> after)
    {
        if (EndsHere(after))
        {
            return true;
        }

        var marked = after[0] is 'を' or 'も' or 'が';
        if (marked)
        {
            after = after[1..];
        }

        if (after.StartsWith("して"))
        {
            return FollowsTeForm(after[2..]);
        }

        return StartsWithAny(after, NounTails) || (marked && StartsWithAny(after, ObjectTails));
    }

    /// <summary>Says whether a te-form ends in a request (直して｜ください) and not in a description (直して｜いる).</summary>
    /// <param name="after">The folded text after て or で.</param>
    public static bool FollowsTeForm(ReadOnlySpan<char> after)
    {
        if (EndsHere(after))
        {
            return true;
        }

        return after[0] switch
        {
            'い' => after.StartsWith("いただ") || after.StartsWith("いいですか") is false && after.StartsWith("いきましょ"),
            'き' => after.StartsWith("きて"),
            'あ' => after.StartsWith("あげて"),
            'は' or 'か' or 'も' => after.StartsWith("もら") || after.StartsWith("から") || after.StartsWith("もいいですか"),
            'し' => after.StartsWith("しま") is false && after.StartsWith("した") is false,
            'る' or 'た' or 'な' or 'ら' or 'お' => after.StartsWith("おい") || after.StartsWith("お願") || after.StartsWith("おくれ") || after.StartsWith("な。") || after.StartsWith("なー"),
            _ => true,
        };
    }

    /// <summary>Says whether a request follows the stem of a verb (直し｜てください, 直し｜なさい, 変え｜たいです).</summary>
    /// <param name="after">The folded text after the stem.</param>
    public static bool FollowsStem(ReadOnlySpan<char> after)
    {
        if (after.IsEmpty)
        {
            return false;
        }

        return after[0] switch
        {
            'て' or 'で' => FollowsTeForm(after[1..]),
            'た' => after.StartsWith("たい"),
            'な' => after.StartsWith("なさい") || after.StartsWith("なおして") || after.StartsWith("なおしなさい"),
            'ま' => after.StartsWith("ましょう") || after.StartsWith("ませんか"),
            'よ' => after.StartsWith("よう") || EndsHere(after[1..]),
            'ろ' => EndsHere(after[1..]),
            'れ' or 'ら' => after.StartsWith("れますか") || after.StartsWith("られますか") || after.StartsWith("られませんか") || after.StartsWith("られる?"),
            '、' => true,
            _ => false,
        };
    }

    private static bool EndsHere(ReadOnlySpan<char> after) => after.IsEmpty || SentenceEnds.Contains(after[0]);

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (text.StartsWith(prefix))
            {
                return true;
            }
        }

        return false;
    }
}
