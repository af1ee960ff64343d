using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>The small signs by which one side of a turn points at the other, and by which speech differs from writing.</summary>
internal static class SideMarks
{
    /// <summary>What opens the material behind it.</summary>
    public static readonly SearchValues<char> Opening = SearchValues.Create(":→>=»");

    /// <summary>What points back at the material before it.</summary>
    public static readonly SearchValues<char> Back = SearchValues.Create("^↑←<");

    /// <summary>Spaces and what begins a quotation.</summary>
    public static readonly SearchValues<char> Quoting = SearchValues.Create(" \"'“「『");

    // Verbs and nouns behind the particle that takes up a quotation: と言, は何, の意味.
    private const string Taken = "いあ出書言来聞表思止つきなか意訳何どよ";

    private static readonly SearchValues<string> Pointers = Exact(
        "これ", "この", "ここ", "こんな", "こう", "↑", "↓", "←", "→", "上記", "下記", "以下", "次の", "上の", "下の", "本文", "原文", "英文", "英語", "日本語", "和訳", "訳");

    private static readonly SearchValues<string> Spoken = Exact(
        "!", "…", "〜", "~", "なんだ", "けど", "じゃ", "めっちゃ", "やば", "っぽ", "ちゃ", "すみません", "くれ", "もらえ", "いただけ", "って", "やけど", "とる", "困って", "もん");

    /// <summary>Says whether Japanese points at a text near it: この文, 下記, ↑.</summary>
    public static bool Points(ReadOnlySpan<char> japanese) => japanese.ContainsAny(Pointers);

    /// <summary>Says whether Japanese has signs and words of speech, where written material has none; signs at its end, which anybody may add, do not count.</summary>
    public static bool Speaks(ReadOnlySpan<char> japanese)
    {
        japanese = japanese.TrimEnd(" \n!。.");
        return japanese.ContainsAny(Spoken) || japanese.ContainsAnyInRange('\uD83C', '\uD83E');
    }

    /// <summary>Says whether Japanese goes on where a quotation ended: って何, と言われた, の意味は.</summary>
    public static bool TakesUp(ReadOnlySpan<char> japanese)
    {
        japanese = japanese.TrimStart(" \n\"'」』”’)]");
        if (japanese.StartsWith("って", StringComparison.Ordinal))
        {
            return true;
        }

        return japanese.Length > 1 && japanese[0] switch
        {
            'を' or 'の' => japanese[1] is not ('ち' or 'み' or 'ぞ'),
            'と' or 'は' or 'が' or 'に' or 'で' => Taken.Contains(japanese[1]),
            _ => false,
        };
    }

    /// <summary>Says whether Japanese ends in a particle, as before a quotation: 先生のコメントが, 看板に.</summary>
    public static bool LeadsOn(ReadOnlySpan<char> japanese)
    {
        japanese = japanese.TrimEnd(" \"'「『“‘([");
        return !japanese.IsEmpty && japanese[^1] is 'は' or 'が' or 'に' or 'と' or 'の' or 'で' or 'を';
    }

    /// <summary>Says whether Japanese stands in words apart, as in searches: エラー 対処.</summary>
    public static bool IsSpaced(ReadOnlySpan<char> japanese)
    {
        japanese = japanese.Trim();
        var space = japanese.IndexOf(' ');
        return space > 0 && japanese[space - 1] >= '\u3041' && japanese[space + 1] >= '\u3041';
    }

    /// <summary>Gets what stands between the last letter of one unit and the first of a later one.</summary>
    public static ReadOnlySpan<char> Between(ReadOnlySpan<char> text, in TextUnit before, in TextUnit after)
    {
        var start = before.End;
        while (start > before.Start && !char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        var end = after.Start;
        while (end < after.End && !char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    private static SearchValues<string> Exact(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.Ordinal);
}
