namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -1.697f, // One
        1.328f, // EnglishOutside
        -1.501f, // JapaneseOutside
        0.006f, // EnglishFirst
        -1.584f, // Ratio
        -0.799f, // BriefEnglish
        -0.427f, // BriefJapanese
        2.618f, // EnglishAsks
        1.617f, // EnglishPoints
        1.448f, // EnglishBothAsks
        1.651f, // LowerStart
        1.486f, // Deictic
        -0.265f, // EnglishQuestion
        1.811f, // EnglishOpens
        -0.893f, // Title
        0.182f, // OneWord
        0.097f, // SmallWords
        -0.489f, // EdgeRequest
        0.905f, // EdgeQuestion
        -0.453f, // EdgeFragment
        -1.703f, // Request
        -0.342f, // Question
        -1.703f, // JapanesePoints
        0.721f, // Statements
        0.318f, // LongRequest
        -0.542f, // JapaneseOpens
        0.649f, // JapaneseQuoted
        -0.454f, // EnglishQuoted
        -0.323f, // NoneAsks
        0.436f, // NoneAsksRatio
        -0.231f, // BothAskRatio
        0.474f, // Capitals
        -0.147f, // OwnLine
        0.357f, // EnglishSentences
        1.240f, // Orders
        0.353f, // Joined
        -0.011f, // JoinedBrief
        -1.671f, // FramePrefix
        -0.411f, // FrameSuffix
        -1.947f, // JapaneseDeictic
        -0.834f, // JapaneseSpoken
        -1.403f, // StatementPoints
        -0.987f, // EdgeBrief
        -0.390f, // EnglishStatement
        0.398f, // Leads
        0.303f, // EnglishBack
    ];
}
