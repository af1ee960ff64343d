using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring;

/// <summary>Predicts how many calls to the translator bring an answer back: each carries the translator's instructions.</summary>
/// <remarks>
/// A whole answer takes one. A streamed one is translated while it is written, in groups that grow from one sentence to eight; two
/// straight lines fitted to the groups of 561 real answers (ja-answers; <c>translation-calls</c> of the evaluation program compares them).
/// </remarks>
internal static class TranslateOutCalls
{
    // Seven sentences or so: the groups of one, two and four.
    private const double HeadTokens = 120;
    private const double HeadTokensPerCall = 48;
    private const double TokensPerCall = 87;

    /// <summary>Estimates the calls of an answer.</summary>
    /// <param name="answer">The length of the answer, in English tokens of o200k_base.</param>
    /// <param name="streamed">Whether it is translated while it is written.</param>
    public static TokenInterval Estimate(TokenInterval answer, bool streamed) =>
        streamed ? new TokenInterval(Estimate(answer.Low), Estimate(answer.Likely), Estimate(answer.High)) : TokenInterval.Exact(1);

    private static int Estimate(int englishTokens) =>
        (int)Math.Round(1 + (Math.Min(englishTokens, HeadTokens) / HeadTokensPerCall) + (Math.Max(0, englishTokens - HeadTokens) / TokensPerCall));
}
