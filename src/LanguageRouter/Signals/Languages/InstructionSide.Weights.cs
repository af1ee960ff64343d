namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -1.524f, // One
        1.214f, // EnglishOutside
        -1.465f, // JapaneseOutside
        0.097f, // EnglishFirst
        -1.659f, // Ratio
        -0.677f, // BriefEnglish
        -0.429f, // BriefJapanese
        2.433f, // EnglishAsks
        1.489f, // EnglishPoints
        1.451f, // EnglishBothAsks
        1.483f, // LowerStart
        1.530f, // Deictic
        -0.252f, // EnglishQuestion
        1.863f, // EnglishOpens
        -1.250f, // Title
        0.237f, // OneWord
        -0.150f, // SmallWords
        -0.463f, // EdgeRequest
        0.858f, // EdgeQuestion
        -0.413f, // EdgeFragment
        -1.705f, // Request
        -0.308f, // Question
        -1.757f, // JapanesePoints
        0.671f, // Statements
        0.331f, // LongRequest
        -0.423f, // JapaneseOpens
        0.697f, // JapaneseQuoted
        -0.394f, // EnglishQuoted
        -0.287f, // NoneAsks
        0.159f, // NoneAsksRatio
        -0.134f, // BothAskRatio
        0.093f, // Capitals
        -0.084f, // OwnLine
        0.599f, // EnglishSentences
        1.219f, // Orders
        0.207f, // Joined
        -0.191f, // JoinedBrief
        -1.700f, // FramePrefix
        -0.353f, // FrameSuffix
        -1.988f, // JapaneseDeictic
        -0.867f, // JapaneseSpoken
        -1.354f, // StatementPoints
        -0.978f, // EdgeBrief
        -0.547f, // EnglishStatement
        0.403f, // Leads
        0.284f, // EnglishBack
    ];
}
