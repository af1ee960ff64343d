namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -2.552f, // One
        1.331f, // EnglishOutside
        -1.355f, // JapaneseOutside
        0.089f, // EnglishFirst
        -2.356f, // Ratio
        0.131f, // BriefEnglish
        0.154f, // BriefJapanese
        2.092f, // EnglishAsks
        0.864f, // EnglishPoints
        1.012f, // EnglishBothAsks
        1.228f, // LowerStart
        1.504f, // Deictic
        0.011f, // EnglishQuestion
        1.507f, // EnglishOpens
        -0.190f, // Title
        -0.035f, // OneWord
        0.177f, // SmallWords
        -0.361f, // EdgeRequest
        0.693f, // EdgeQuestion
        -0.245f, // EdgeFragment
        -1.655f, // Request
        -0.149f, // Question
        -1.794f, // JapanesePoints
        0.890f, // Statements
        0.402f, // LongRequest
        -0.517f, // JapaneseOpens
        0.856f, // JapaneseQuoted
        -0.398f, // EnglishQuoted
        -0.152f, // NoneAsks
        -0.005f, // NoneAsksRatio
        0.168f, // BothAskRatio
        -0.087f, // Capitals
        -0.201f, // OwnLine
        0.577f, // EnglishSentences
        0.744f, // Orders
        0.101f, // Joined
        -0.101f, // JoinedBrief
        -1.508f, // FramePrefix
        -0.311f, // FrameSuffix
        -1.697f, // JapaneseDeictic
        -0.863f, // JapaneseSpoken
        -1.473f, // StatementPoints
        -0.925f, // EdgeBrief
        -0.827f, // EnglishStatement
        0.248f, // Leads
        0.257f, // EnglishBack
        0.365f, // StartsShort
        3.059f, // TextWords
        0.404f, // InnerOrders
    ];
}
