namespace LanguageRouter.Signals.Tasks;

/// <summary>Weighs what stands around the Japanese name of a language.</summary>
internal static class JapaneseLanguageWish
{
    private const int Reach = 40;

    private static readonly string[] AnswerVerbs =
    [
        "答えて", "こたえて", "返して", "返事して", "返信して", "返答して", "回答して", "応答して", "応えて", "返事を", "返信を", "返答を", "回答を", "答えを", "返答くだ", "返答下", "回答くだ", "回答下", "回答お願い", "返信お願い", "返答お願い", "ご回答", "ご返答", "ご返信", "お答え", "答えてください", "回答せよ", "答えよ", "答えなさい", "回答しなさい", "出力して", "出力せよ", "出力しなさい", "出力を", "出力お願い", "話して", "しゃべって", "喋って", "会話して", "対応して", "答えられ", "回答でき", "答えてほし", "レスポンス", "返せ", "答えろ", "回答すること", "答えること", "出力すること", "返すこと", "やり取り", "やりとり",
    ];

    private static readonly string[] WritingVerbs =
    [
        "書いて", "説明して", "説明を", "教えて", "まとめて", "要約して", "要約を", "述べて", "解説して", "解説を", "作成して", "作って", "作成を", "生成して", "記述して", "表現して", "表示して", "言って", "列挙して", "挙げて", "紹介して", "提案して", "記載して", "レポートして", "議論して", "書け", "書きなさい", "説明しなさい", "述べよ", "述べなさい", "説明せよ", "書くこと", "記述せよ", "記述すること", "歌って", "リストアップして", "箇条書きにして", "解いて", "返事書いて", "聞かせて", "伝えて", "送って", "メールして", "ツッコんで", "コメントして", "評価して", "分析して", "案内して", "続けて", "語って",
    ];

    private static readonly string[] Immediate = ["お願い", "おねがい", "頼", "たのむ", "たのみ", "よろしく", "宜しく", "どうぞ", "ください", "下さい", "プリーズ", "please", "ok", "いいので", "構いません", "かまいません", "結構です"];

    private static readonly string[] IntoVerbs = ["翻訳", "訳して", "訳し", "訳せ", "訳すと", "直して", "なおして", "変換して", "変換し", "変えて", "して", "書き換えて", "書き直して", "ローカライズ", "吹き替え", "通訳"];

    // A clause that describes something (英語で書かれた本, 日本語で小説を読む人) ends the reach of a request.
    private static readonly string[] Descriptions =
    [
        "かれた", "された", "される", "された", "れている", "れてい", "ている", "でいる", "てある", "する人", "読む", "書く", "話す", "喋る", "言う", "いう", "呼ぶ", "呼ばれ", "話せ", "読め", "書ける", "書けま", "学ぶ", "学べ", "する方法", "する際", "する時", "するとき", "する場合", "するには", "するの", "するため", "した", "できる", "歌う", "考えて", "考え、", "思考", "何と", "なんと", "なんて", "何て", "どう", "意味", "とは", "方法",
    ];

    private static readonly string[] Parts = ["コメントは", "変数名は", "関数名は", "コミットメッセージは", "件名は", "タイトルは", "ファイル名は", "キーは", "キー名は", "ラベルは", "カラム名は", "列名は", "識別子は", "クラス名は", "コードは", "ログは", "見出しは"];

    /// <summary>Says how directly a language is asked for.</summary>
    /// <param name="before">The folded text before its name.</param>
    /// <param name="after">The folded text after its name.</param>
    public static LanguageWish Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        foreach (var part in Parts)
        {
            if (before.EndsWith(part))
            {
                return LanguageWish.None;
            }
        }

        if (after.StartsWith("に") || after.StartsWith("へ"))
        {
            return Begins(after[1..], IntoVerbs) is { Length: > 0 } verb && Asks(after[1..], verb) ? LanguageWish.Translation : LanguageWish.None;
        }

        if (after.StartsWith("のみで") || after.StartsWith("だけで") || after.StartsWith("オンリーで"))
        {
            after = after[(after.IndexOf('で'))..];
        }

        if (after.StartsWith("の回答") || after.StartsWith("の返答") || after.StartsWith("の返信") || after.StartsWith("の返事") || after.StartsWith("での"))
        {
            var noun = after.StartsWith("での") ? after[2..] : after[1..];
            return (noun.StartsWith("回答") || noun.StartsWith("返答") || noun.StartsWith("返信") || noun.StartsWith("返事") || noun.StartsWith("出力") || noun.StartsWith("説明"))
                && JapaneseRequest.FollowsNoun(noun[2..]) ? LanguageWish.Answer : LanguageWish.None;
        }

        if (after.StartsWith("を使って") || after.StartsWith("を用いて"))
        {
            return Clause(after[4..]);
        }

        if (!after.StartsWith("で") || after.StartsWith("では") || after.StartsWith("でな") || after.StartsWith("でも") || after.StartsWith("です") || after.StartsWith("でし"))
        {
            return LanguageWish.None;
        }

        return Clause(after[1..]);
    }

    // What follows 英語で: the request itself, or a few words and then the request, in the same sentence.
    private static LanguageWish Clause(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart("、,");
        if (rest.IsEmpty || rest[0] is '。' or '\n' or '!' or ')' || Begins(rest, Immediate) is not null)
        {
            return LanguageWish.Answer;
        }

        var end = rest.IndexOfAny("。\n!?");
        var clause = rest[..Math.Min(end < 0 ? rest.Length : end, Reach)];
        var answer = First(clause, AnswerVerbs, out var answerVerb);
        var writing = First(clause, WritingVerbs, out var writingVerb);
        var (at, verb, wish) = answer <= writing ? (answer, answerVerb, LanguageWish.Answer) : (writing, writingVerb, LanguageWish.Writing);
        if (verb is null || First(clause[..at], Descriptions, out _) < int.MaxValue)
        {
            return LanguageWish.None;
        }

        return Asks(rest[at..], verb) ? wish : LanguageWish.None;
    }

    private static bool Asks(ReadOnlySpan<char> text, string verb)
    {
        var after = text[verb.Length..];
        if (after.StartsWith("はいけ") || after.StartsWith("はだめ") || after.StartsWith("はダメ") || after.StartsWith("はなら") || after.StartsWith("ほしくな"))
        {
            return false;
        }

        return !verb.EndsWith('て') || JapaneseRequest.FollowsTeForm(after);
    }

    private static string? Begins(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word))
            {
                return word;
            }
        }

        return null;
    }

    private static int First(ReadOnlySpan<char> text, string[] words, out string? found)
    {
        var first = int.MaxValue;
        found = null;
        foreach (var word in words)
        {
            var at = text.IndexOf(word);
            if (at >= 0 && at < first)
            {
                first = at;
                found = word;
            }
        }

        return first;
    }
}
