namespace LanguageRouter.Tokens;

/// <summary>Estimates token counts from a <see cref="TextProfile"/>, without a vocabulary: hard bounds and a likely value between.</summary>
/// <remarks>
/// For <c>o200k_base</c> and <c>cl100k_base</c> <see cref="TokenInterval.Low"/> and <see cref="TokenInterval.High"/> are
/// proven. Low counts pieces that the pre-tokenization certainly makes (no token lies across two pieces), or weighs each
/// character by the share that it has at least in any token of the vocabulary. High gives each character the most tokens
/// it can own. For other tokenizers they hold where the tokenizer works on bytes or falls back
/// to them, knows the space, and normalizes by NFKC at most. <see cref="TokenInterval.Likely"/> comes from a linear fit
/// and promises nothing. A sum of profiles stands for texts counted one by one: joined into one text, pieces may merge
/// at the seams, and the low end can be too high by one piece a seam.
/// </remarks>
public static class TokenBounds
{
    /// <summary>Estimates the tokens of a text.</summary>
    /// <param name="tokenizerName">The tokenizer, such as <c>o200k_base</c>; an unknown one gets the generic fit.</param>
    /// <param name="profile">The text's profile, or the sum of several.</param>
    /// <returns>The interval; zero for an empty text.</returns>
    public static TokenInterval Estimate(string tokenizerName, in TextProfile profile)
    {
        ArgumentNullException.ThrowIfNull(tokenizerName);
        if (profile.Length == 0)
        {
            return TokenInterval.Zero;
        }

        var (low, high) = tokenizerName switch
        {
            TokenCounters.O200kBase => (Least(profile, profile[TextFeature.O200kLeast]), Most(profile, profile[TextFeature.O200kWeight])),
            TokenCounters.Cl100kBase => (Least(profile, profile[TextFeature.Cl100kLeast]), Most(profile, profile[TextFeature.Cl100kWeight])),
            _ => (LeastAnywhere(profile), MostAnywhere(profile)),
        };

        var likely = TokenFits.For(tokenizerName).Predict(profile);
        return new TokenInterval(low, (int)Math.Clamp(Math.Round(likely), low, high), high);
    }

    /// <summary>Gets the name of the fit behind the likely value: the tokenizer's own, its family's, or <c>generic</c>.</summary>
    /// <param name="tokenizerName">The tokenizer.</param>
    /// <returns><c>o200k_base</c>, <c>cl100k_base</c>, <c>llm-jp</c> or <c>generic</c>.</returns>
    public static string FitOf(string tokenizerName)
    {
        ArgumentNullException.ThrowIfNull(tokenizerName);
        return TokenFits.For(tokenizerName).Name;
    }

    // Either what the characters beyond ASCII weigh at least, or pieces: every kind counts ends of pieces that no other
    // kind counts.
    private static int Least(in TextProfile profile, int sevenths) => Math.Max(
        Math.Max(1, (sevenths + CharacterWeights.Parts - 1) / CharacterWeights.Parts),
        profile[TextFeature.PieceEnds]
        + Math.Max(profile[TextFeature.DigitEnds], (profile[TextFeature.Digits] + 2) / 3)
        + profile[TextFeature.SpacePieces]
        + profile[TextFeature.PunctuationPieces]);

    // ASCII characters own one token each, but digits go by threes; where another number stands beside them, the threes
    // may begin and end elsewhere. A surrogate pair owns four at most, a lone half three.
    private static int Most(in TextProfile profile, int weight)
    {
        var digits = profile[TextFeature.Digits];
        var threes = Math.Min(digits, ((digits + (2 * profile[TextFeature.DigitRuns])) / 3) + (4 * profile[TextFeature.DigitsBesideOthers]));
        return weight + profile[TextFeature.BeyondAsciiAfterSpace]
            + Ascii(profile) - digits + threes
            + (2 * profile[TextFeature.Surrogates]) + profile[TextFeature.LoneSurrogates];
    }

    private static int LeastAnywhere(in TextProfile profile) => Ascii(profile) - profile[TextFeature.Spaces] - profile[TextFeature.NewLines] - profile[TextFeature.AsciiOther]
        + profile[TextFeature.Hiragana] + profile[TextFeature.Katakana] + profile[TextFeature.Kanji] > 0 ? 1 : 0;

    // One for a space put before the text; NFKC makes up to 11 bytes of one in compatibility blocks (U+FDFA), less in others.
    private static int MostAnywhere(in TextProfile profile) => 1 + profile.Utf8Bytes
        + (30 * profile[TextFeature.OtherThreeBytes]) + (7 * profile[TextFeature.TwoBytes])
        + (6 * profile[TextFeature.WidthForms]) + (3 * profile[TextFeature.CjkPunctuation]) + (4 * profile[TextFeature.Surrogates]);

    private static int Ascii(in TextProfile profile) => profile.Length - profile[TextFeature.TwoBytes] - profile[TextFeature.Hiragana]
        - profile[TextFeature.Katakana] - profile[TextFeature.Kanji] - profile[TextFeature.CjkPunctuation] - profile[TextFeature.WidthForms]
        - profile[TextFeature.Hangul] - profile[TextFeature.OtherThreeBytes] - profile[TextFeature.Surrogates];
}
