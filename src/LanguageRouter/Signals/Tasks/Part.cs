namespace LanguageRouter.Signals.Tasks;

/// <summary>The parts of a request about wording. None means much alone; the rules of <see cref="WordingRules"/> say which of them in one sentence make a request.</summary>
[Flags]
internal enum Part
{
    None = 0,

    /// <summary>Into a language (英語に, フランス語へ, into English).</summary>
    Into = 1 << 0,

    /// <summary>In a language (英語で, in Japanese).</summary>
    InLanguage = 1 << 1,

    /// <summary>A word for a translation (翻訳, 訳).</summary>
    Translation = 1 << 2,

    /// <summary>A word for faults of spelling or grammar.</summary>
    Fault = 1 << 3,

    /// <summary>A word of politeness (敬語, 丁寧, 失礼).</summary>
    Polite = 1 << 4,

    /// <summary>A word of style (口調, 言い方, 柔らかい).</summary>
    Style = 1 << 5,

    /// <summary>A letter, an e-mail, a notice.</summary>
    Letter = 1 << 6,

    /// <summary>A word game or a form of verse.</summary>
    Game = 1 << 7,

    /// <summary>A condition on letters and sounds (で始まる, 逆から).</summary>
    Letters = 1 << 8,

    /// <summary>A request to change something (直して).</summary>
    Change = 1 << 9,

    /// <summary>A request to look over something (確認して, 合ってる).</summary>
    Check = 1 << 10,

    /// <summary>A request to make something (書いて, 考えて).</summary>
    Make = 1 << 11,

    /// <summary>A question for how something is said (何と言う).</summary>
    Say = 1 << 12,

    /// <summary>A question for a meaning.</summary>
    Meaning = 1 << 13,

    /// <summary>A word that asks about the thing and not for it (歴史, 発明, おすすめ).</summary>
    About = 1 << 14,

    /// <summary>A word of programs.</summary>
    Program = 1 << 15,

    /// <summary>A bare request without its verb (お願いします, ください).</summary>
    Wish = 1 << 16,

    /// <summary>The sentence is a question.</summary>
    Question = 1 << 17,

    /// <summary>The sentence is very short.</summary>
    Short = 1 << 18,

    /// <summary>The name of a language or of a text in it (英語, 英文).</summary>
    Foreign = 1 << 19,

    /// <summary>The turn holds a quote.</summary>
    Quote = 1 << 20,

    /// <summary>The sentence quotes something shaped like a proverb or a word of four characters.</summary>
    QuotedIdiom = 1 << 21,
}
