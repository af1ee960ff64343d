namespace LanguageRouter.Signals.Languages;

/// <summary>What tells instruction from material in a turn with English and Japanese, in the order of the weights of <see cref="InstructionSide"/>.</summary>
internal enum SideFeature
{
    // Always 1; where the sides stand, and how long they are.
    One, EnglishOutside, JapaneseOutside, EnglishFirst, Ratio, BriefEnglish, BriefJapanese,

    // The English: its request, whom and what it points at, how it begins, whether it reads as a name.
    EnglishAsks, EnglishPoints, EnglishBothAsks, LowerStart, Deictic, EnglishQuestion, EnglishOpens, Title, OneWord, SmallWords,

    // The Japanese: how its sentences end, at the turn's edge and near it.
    EdgeRequest, EdgeQuestion, EdgeFragment, Request, Question, JapanesePoints, Statements, LongRequest, JapaneseOpens,

    // Quotation, and who asks.
    JapaneseQuoted, EnglishQuoted, NoneAsks, NoneAsksRatio, BothAskRatio, Capitals, OwnLine, EnglishSentences,

    // How the sides are joined, and the form of what stands there.
    Orders, Joined, JoinedBrief, FramePrefix, FrameSuffix, JapaneseDeictic, JapaneseSpoken, StatementPoints, EdgeBrief, EnglishStatement, Leads, EnglishBack, StartsShort, TextWords, InnerOrders,
}
