namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -1.629f, // One
        1.319f, // EnglishOutside
        -1.497f, // JapaneseOutside
        0.005f, // EnglishFirst
        -1.590f, // Ratio
        -0.832f, // BriefEnglish
        -0.435f, // BriefJapanese
        2.547f, // EnglishAsks
        1.602f, // EnglishPoints
        1.466f, // EnglishBothAsks
        1.613f, // LowerStart
        1.474f, // Deictic
        -0.258f, // EnglishQuestion
        1.820f, // EnglishOpens
        -1.185f, // Title
        0.389f, // OneWord
        0.127f, // SmallWords
        -0.465f, // EdgeRequest
        0.881f, // EdgeQuestion
        -0.452f, // EdgeFragment
        -1.711f, // Request
        -0.347f, // Question
        -1.712f, // JapanesePoints
        0.715f, // Statements
        0.329f, // LongRequest
        -0.532f, // JapaneseOpens
        0.659f, // JapaneseQuoted
        -0.258f, // EnglishQuoted
        -0.343f, // NoneAsks
        0.419f, // NoneAsksRatio
        -0.180f, // BothAskRatio
        0.437f, // Capitals
        -0.174f, // OwnLine
        0.410f, // EnglishSentences
        1.237f, // Orders
        0.344f, // Joined
        -0.011f, // JoinedBrief
        -1.683f, // FramePrefix
        -0.408f, // FrameSuffix
        -1.934f, // JapaneseDeictic
        -0.824f, // JapaneseSpoken
        -1.381f, // StatementPoints
        -0.985f, // EdgeBrief
        -0.437f, // EnglishStatement
        0.391f, // Leads
        0.302f, // EnglishBack
    ];
}
