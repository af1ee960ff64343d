namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -1.868f, // One
        1.337f, // EnglishOutside
        -1.469f, // JapaneseOutside
        -0.024f, // EnglishFirst
        -1.570f, // Ratio
        -0.778f, // BriefEnglish
        -0.404f, // BriefJapanese
        2.711f, // EnglishAsks
        1.655f, // EnglishPoints
        1.433f, // EnglishBothAsks
        1.707f, // LowerStart
        1.506f, // Deictic
        -0.248f, // EnglishQuestion
        1.856f, // EnglishOpens
        -0.864f, // Title
        0.219f, // OneWord
        0.131f, // SmallWords
        -0.496f, // EdgeRequest
        0.875f, // EdgeQuestion
        -0.448f, // EdgeFragment
        -1.691f, // Request
        -0.333f, // Question
        -1.698f, // JapanesePoints
        0.746f, // Statements
        0.322f, // LongRequest
        -0.527f, // JapaneseOpens
        0.677f, // JapaneseQuoted
        -0.447f, // EnglishQuoted
        -0.294f, // NoneAsks
        0.451f, // NoneAsksRatio
        -0.232f, // BothAskRatio
        0.426f, // Capitals
        -0.095f, // OwnLine
        0.322f, // EnglishSentences
        1.267f, // Orders
        0.297f, // Joined
        -0.010f, // JoinedBrief
        -1.584f, // FramePrefix
        -0.393f, // FrameSuffix
        -1.925f, // JapaneseDeictic
        -0.818f, // JapaneseSpoken
        -1.414f, // StatementPoints
        -1.010f, // EdgeBrief
        -0.316f, // EnglishStatement
        0.431f, // Leads
        0.308f, // EnglishBack
    ];
}
