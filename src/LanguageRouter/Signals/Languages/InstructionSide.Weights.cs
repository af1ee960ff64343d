namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -1.733f, // One
        1.342f, // EnglishOutside
        -1.488f, // JapaneseOutside
        -0.000f, // EnglishFirst
        -1.583f, // Ratio
        -0.815f, // BriefEnglish
        -0.429f, // BriefJapanese
        2.619f, // EnglishAsks
        1.624f, // EnglishPoints
        1.446f, // EnglishBothAsks
        1.677f, // LowerStart
        1.479f, // Deictic
        -0.264f, // EnglishQuestion
        1.826f, // EnglishOpens
        -0.877f, // Title
        0.202f, // OneWord
        0.133f, // SmallWords
        -0.484f, // EdgeRequest
        0.906f, // EdgeQuestion
        -0.450f, // EdgeFragment
        -1.700f, // Request
        -0.334f, // Question
        -1.703f, // JapanesePoints
        0.738f, // Statements
        0.318f, // LongRequest
        -0.541f, // JapaneseOpens
        0.652f, // JapaneseQuoted
        -0.454f, // EnglishQuoted
        -0.336f, // NoneAsks
        0.470f, // NoneAsksRatio
        -0.231f, // BothAskRatio
        0.433f, // Capitals
        -0.136f, // OwnLine
        0.342f, // EnglishSentences
        1.242f, // Orders
        0.267f, // Joined
        -0.010f, // JoinedBrief
        -1.664f, // FramePrefix
        -0.395f, // FrameSuffix
        -1.947f, // JapaneseDeictic
        -0.825f, // JapaneseSpoken
        -1.411f, // StatementPoints
        -0.985f, // EdgeBrief
        -0.380f, // EnglishStatement
        0.425f, // Leads
        0.303f, // EnglishBack
    ];
}
