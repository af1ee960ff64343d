namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -2.000f, // One
        1.437f, // EnglishOutside
        -1.342f, // JapaneseOutside
        0.286f, // EnglishFirst
        -2.218f, // Ratio
        0.148f, // BriefEnglish
        -0.095f, // BriefJapanese
        2.403f, // EnglishAsks
        1.366f, // EnglishPoints
        1.525f, // EnglishBothAsks
        1.446f, // LowerStart
        1.612f, // Deictic
        -0.287f, // EnglishQuestion
        1.748f, // EnglishOpens
        -0.233f, // Title
        -0.098f, // OneWord
        -0.093f, // SmallWords
        -0.517f, // EdgeRequest
        0.766f, // EdgeQuestion
        -0.283f, // EdgeFragment
        -1.567f, // Request
        -0.119f, // Question
        -1.819f, // JapanesePoints
        1.034f, // Statements
        0.545f, // LongRequest
        -0.272f, // JapaneseOpens
        0.845f, // JapaneseQuoted
        -0.610f, // EnglishQuoted
        0.081f, // NoneAsks
        -0.626f, // NoneAsksRatio
        0.272f, // BothAskRatio
        0.340f, // Capitals
        0.009f, // OwnLine
        0.748f, // EnglishSentences
        1.190f, // Orders
        0.018f, // Joined
        -0.116f, // JoinedBrief
        -1.732f, // FramePrefix
        -0.314f, // FrameSuffix
        -1.921f, // JapaneseDeictic
        -0.886f, // JapaneseSpoken
        -1.544f, // StatementPoints
        -1.171f, // EdgeBrief
        -0.679f, // EnglishStatement
        0.271f, // Leads
        0.194f, // EnglishBack
        0.483f, // StartsShort
    ];
}
