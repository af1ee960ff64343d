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
        "できますか", "できる?", "できませんか", "できない?", "出来ますか", "出来る?", "お願い", "おねがい", "御願い", "願い", "願え", "頼む", "頼み", "頼め", "手伝", "たのむ", "たのみ", "よろしく", "宜しく",
        "ください", "下さい", "ちょうだい", "頂", "いただ", "くれ", "欲し", "ほし", "希望", "依頼", "プリーズ", "plz", "please", "pls", "する?", "してて?",
    ];

    // Stems of the verbs that may follow a noun and を: 俳句を｜作っ｜て.
    private static readonly string[] VerbStems =
    [
        "教え", "おしえ", "書い", "書き", "作っ", "作り", "作成し", "考え", "つけ", "付け", "提示し", "示し", "出し", "出力し", "提案し", "見せ", "聞かせ", "送っ", "行っ", "やっ", "やり", "し", "手伝っ", "詠ん", "詠み",
        "用意し", "生成し", "まとめ", "返し", "返信し", "述べ", "挙げ", "あげ", "披露し", "記述し", "入れ", "始め", "言っ", "添え", "出題し", "歌っ", "踏ん", "お願いし",
    ];

    // Amounts that may stand before such a verb: 俳句を｜三つ作って.
    private static readonly string[] Amounts = ["一つ", "ひとつ", "1つ", "2つ", "二つ", "3つ", "三つ", "5つ", "五つ", "10", "いくつか", "何個か", "何か", "なにか", "1個", "3個", "5個", "一句", "一首", "もう一", "たくさん", "知りたい", "教えろ", "やろう", "しよう", "しましょう"];

    private static readonly SearchValues<char> NounTailStarts = Starts(NounTails);
    private static readonly SearchValues<char> ObjectStarts = Starts([.. VerbStems, .. Amounts]);

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

        if (after.IsEmpty)
        {
            return false;
        }

        return (NounTailStarts.Contains(after[0]) && StartsWithAny(after, NounTails))
            || (marked && ObjectStarts.Contains(after[0]) && (StartsWithAny(after, Amounts) || FollowsVerb(after)));
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

    /// <summary>Says whether a sentence ends in a request, whatever its verb is.</summary>
    /// <param name="sentence">The sentence with its full stop or colon.</param>
    public static bool EndsSentence(ReadOnlySpan<char> sentence)
    {
        var end = sentence.TrimEnd("。!\n:?ー〜~ ");
        return end.Length > 2 && end[^1] switch
        {
            'て' => !end.EndsWith("って"),
            'い' => end.EndsWith("てください") || end.EndsWith("でください") || end.EndsWith("て下さい") || end.EndsWith("なさい") || end.EndsWith("てほしい") || end.EndsWith("て欲しい") || end.EndsWith("お願い") || end.EndsWith("たい") || end.EndsWith("ちょうだい"),
            'よ' => end.EndsWith("せよ") || end.EndsWith("てよ"),
            'ね' => end.EndsWith("てね"),
            'す' => end.EndsWith("お願いします") || end.EndsWith("お願いいたします") || end.EndsWith("たいです"),
            'か' => end.EndsWith("もらえますか") || end.EndsWith("いただけますか") || end.EndsWith("くれますか") || end.EndsWith("くれませんか") || end.EndsWith("もらえませんか") || end.EndsWith("いただけませんか"),
            'む' => end.EndsWith("頼む"),
            'く' => end.EndsWith("よろしく"),
            _ => false,
        };
    }

    private static bool FollowsVerb(ReadOnlySpan<char> after)
    {
        foreach (var stem in VerbStems)
        {
            if (after.StartsWith(stem) && FollowsStem(after[stem.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static SearchValues<char> Starts(string[] words) => SearchValues.Create(words.Select(word => word[0]).Distinct().ToArray());

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
