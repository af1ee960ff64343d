namespace LanguageRouter.Signals.Languages;

/// <content>The weights, printed by the evaluation command <c>fit-instructions</c>.</content>
internal static partial class InstructionSide
{
    private static ReadOnlySpan<float> Weights =>
    [
        -2.046f, // One
        1.465f, // EnglishOutside
        -1.407f, // JapaneseOutside
        0.247f, // EnglishFirst
        -2.266f, // Ratio
        -0.032f, // BriefEnglish
        -0.066f, // BriefJapanese
        2.473f, // EnglishAsks
        1.435f, // EnglishPoints
        1.491f, // EnglishBothAsks
        1.207f, // LowerStart
        1.599f, // Deictic
        -0.313f, // EnglishQuestion
        1.789f, // EnglishOpens
        -0.177f, // Title
        -0.026f, // OneWord
        -0.056f, // SmallWords
        -0.369f, // EdgeRequest
        0.799f, // EdgeQuestion
        -0.235f, // EdgeFragment
        -1.651f, // Request
        -0.068f, // Question
        -1.809f, // JapanesePoints
        1.082f, // Statements
        0.555f, // LongRequest
        -0.264f, // JapaneseOpens
        0.924f, // JapaneseQuoted
        -0.558f, // EnglishQuoted
        -0.041f, // NoneAsks
        -0.091f, // NoneAsksRatio
        0.283f, // BothAskRatio
        -0.053f, // Capitals
        -0.066f, // OwnLine
        0.834f, // EnglishSentences
        0.871f, // Orders
        0.113f, // Joined
        -0.110f, // JoinedBrief
        -1.728f, // FramePrefix
        -0.354f, // FrameSuffix
        -1.864f, // JapaneseDeictic
        -0.843f, // JapaneseSpoken
        -1.509f, // StatementPoints
        -1.132f, // EdgeBrief
        -0.638f, // EnglishStatement
        0.372f, // Leads
        0.227f, // EnglishBack
        0.549f, // StartsShort
    ];
}
