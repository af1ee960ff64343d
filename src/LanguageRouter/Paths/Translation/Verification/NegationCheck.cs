using System.Buffers;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Finds a negation that only one side has.</summary>
/// <remarks>
/// Judges Japanese against English only. A plain negation on one side must meet anything on the other that can carry one, in
/// words (without, fail, only, few) or by derivation; forms that say "must" or "may" in Japanese are no negation.
/// </remarks>
internal static class NegationCheck
{
    private static readonly SearchValues<string> JapanesePlain = SearchValues.Create(["ません", "ではない", "じゃない", "なかった", "ことはない", "しないで", "ないでくだ", "できない", "てはいけない", "てはならない", "禁止"], StringComparison.Ordinal);

    // One of these is in each of the words above.
    private static readonly CharacterPairs InJapanesePlain = new("ない", "せん", "なか", "禁止");

    private static readonly SearchValues<string> JapaneseOther = SearchValues.Create(
        ["なければ", "なくては", "なけりゃ", "ないと", "かもしれ", "かも知れ", "違いな", "ちがいな", "過ぎな", "すぎな", "しかない", "しかあり", "だけでな", "のみなら", "ませんか", "ないか", "ではないでしょう", "じゃないでしょう", "やむを得", "ざるを得", "ほかな", "他な", "わけにはいか", "すみません", "つまらな", "ばかりでな", "かけがえのな", "とんでもな", "まもなく", "ならない", "なりません", "いけない", "いけません", "すいません", "かわりはない", "変わりはない"],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> JapaneseAny = SearchValues.Create(
        ["ない", "なく", "なし", "無", "ませ", "なか", "ず", "ぬ", "不", "未", "非", "否", "禁", "以外", "のみ", "だけ", "しか", "ばかり", "ほど", "ゼロ", "0", "零", "だめ", "ダメ", "駄目", "違", "ノー", "いいえ", "いや", "嫌", "失", "欠", "まい", "避", "除", "断", "拒", "やめ", "止", "むり", "難し", "限ら", "なけ", "なき", "なさ", "んで", "んだ", "ん。", "んの", "かね", "反対", "わから", "ないし", "よりも", "少な", "絶", "逆", "まだ", "前に", "ところが", "もはや", "誰も", "何も", "乏", "異な", "か。", "か？", "ね。", "ね？", "でしょう", "離"],
        StringComparison.Ordinal);

    // Without other letters than ASCII, which a search by vectors needs; "n’t" is looked for apart.
    private static readonly SearchValues<string> EnglishPlain = SearchValues.Create([" not ", "n't ", " never ", " cannot ", " nobody ", " nothing "], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> EnglishOther = SearchValues.Create(["not only", "why not", "why don't", "n't you", "n't it", "n't we", "n't they", "n't there", "n't he", "n't she", "n't that", "if not", "or not", "whether", "not just", "not merely", "but not until", "nothing but", "cannot but", "can't help", "why don’t", "n’t you", "n’t it", "n’t we", "don't you", "not until", "no problem", "don't forget", "don't worry"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> EnglishAny = SearchValues.Create(
        ["no ", "no,", "no.", "not", "n't", "n’t", "never", "none", "nor", "neither", "nobody", "nothing", "nowhere", "without", "cannot", "un", "in", "im", "ir", "il", "dis", "non", "less", "fail", "lack", "few", "little", "only", "but", "except", "refus", "deni", "deny", "avoid", "hard", "rare", "difficult", "stop", "prevent", "prohibit", "forbid", "ban", "free", "far from", "absent", "miss", "exclud", "instead", "rather", "too ", "ever", "any", "reject", "against", "beyond", "out of", "zero", "until", "yet", "besides", "other than", "doubt", "wrong", "neglect", "ignore", "without", "despite", "loss", "lost", "poor", "resist", "withh", "bare", "scarce", "declin", "?"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the words of a plain English negation; the others have an apostrophe.</summary>
    public static IEnumerable<string> EnglishWords => ["not", "never", "cannot", "nobody", "nothing"];

    /// <summary>Whether a negation was lost or added, as far as can be told.</summary>
    public static bool Differs(CheckedText source, CheckedText translation, bool sourceJapanese)
    {
        var japanese = sourceJapanese ? source : translation;
        var english = sourceJapanese ? translation : source;
        return LosesJapanese(japanese.Text, english.Text) || LosesEnglish(english, japanese.Text);
    }

    private static bool LosesJapanese(ReadOnlySpan<char> japanese, ReadOnlySpan<char> english) =>
        InJapanesePlain.AnyIn(japanese) && !Carries(english) && japanese.ContainsAny(JapanesePlain) && !japanese.ContainsAny(JapaneseOther);

    private static bool LosesEnglish(CheckedText english, ReadOnlySpan<char> japanese)
    {
        var text = english.Text;
        var maybe = english.MayHave(WordSigns.Negation) || text.ContainsAny('\'', '’');
        return maybe && (text.ContainsAny(EnglishPlain) || text.Contains("n’t ", StringComparison.Ordinal)) && !text.ContainsAny(EnglishOther) && !japanese.ContainsAny(JapaneseAny);
    }

    // "in" and "un" count at the head of a word only; the rest anywhere.
    private static bool Carries(ReadOnlySpan<char> english)
    {
        for (var i = 0; i < english.Length;)
        {
            var step = english[i..].IndexOfAny(EnglishAny);
            if (step < 0)
            {
                return false;
            }

            i += step;
            var word = english[i..];
            var prefix = word.Length > 1 && (word[0] is 'u' or 'U' or 'i' or 'I') && (word[1] is 'n' or 'm' or 'r' or 'l');
            var head = i == 0 || !char.IsAsciiLetter(english[i - 1]);
            if (!prefix || word.StartsWith("until", StringComparison.OrdinalIgnoreCase) || (head && WordLength(word) > 6 && !word.StartsWith("inter", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("inst", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end;
    }
}
