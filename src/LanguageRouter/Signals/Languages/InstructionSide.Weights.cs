namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -1.521f, // One
        1.295f, // EnglishOutside
        -1.463f, // JapaneseOutside
        0.080f, // EnglishFirst
        -1.652f, // Ratio
        -0.651f, // BriefEnglish
        -0.441f, // BriefJapanese
        2.434f, // EnglishAsks
        1.482f, // EnglishPoints
        1.446f, // EnglishBothAsks
        1.458f, // LowerStart
        1.527f, // Deictic
        -0.260f, // EnglishQuestion
        1.735f, // EnglishOpens
        -1.280f, // Title
        0.238f, // OneWord
        -0.154f, // SmallWords
        -0.491f, // EdgeRequest
        0.880f, // EdgeQuestion
        -0.446f, // EdgeFragment
        -1.662f, // Request
        -0.326f, // Question
        -1.735f, // JapanesePoints
        0.678f, // Statements
        0.335f, // LongRequest
        -0.469f, // JapaneseOpens
        0.674f, // JapaneseQuoted
        -0.400f, // EnglishQuoted
        -0.275f, // NoneAsks
        0.150f, // NoneAsksRatio
        -0.132f, // BothAskRatio
        0.382f, // Capitals
        -0.078f, // OwnLine
        0.604f, // EnglishSentences
        1.219f, // Orders
        0.197f, // Joined
        -0.208f, // JoinedBrief
        -1.695f, // FramePrefix
        -0.352f, // FrameSuffix
        -1.971f, // JapaneseDeictic
        -0.883f, // JapaneseSpoken
        -1.358f, // StatementPoints
        -0.964f, // EdgeBrief
        -0.554f, // EnglishStatement
        0.395f, // Leads
        0.288f, // EnglishBack
    ];
}
