namespace LanguageRouter.Tokens;

/// <content>
/// Written by the evaluation command <c>translation-fit</c> from parallel texts (FLORES-200 devtest, AMI, MGSM, instruction_ja).
/// </content>
internal static partial class TranslationFits
{
    private static readonly TranslationFit O200kEnglish = new(
        [(TextFeature.Hiragana, 0.331), (TextFeature.Katakana, 0.259), (TextFeature.KatakanaRuns, 0.6901), (TextFeature.Kanji, 0.6527), (TextFeature.CjkPunctuation, 0.9774), (TextFeature.WidthForms, 1.1967), (TextFeature.Lower, 0.0778), (TextFeature.Upper, 0.4268), (TextFeature.WordStarts, 0.4104), (TextFeature.Digits, 0.0285), (TextFeature.AsciiOther, 4.3439)],
        [(50, 0.519, 1.48), (200, 0.727, 1.502), (2147483647, 0.798, 1.402)]);

    private static readonly TranslationFit Cl100kEnglish = new(
        [(TextFeature.Hiragana, 0.3499), (TextFeature.Katakana, 0.225), (TextFeature.KatakanaRuns, 0.875), (TextFeature.Kanji, 0.6324), (TextFeature.CjkPunctuation, 1.0584), (TextFeature.WidthForms, 1.1624), (TextFeature.Lower, 0.0669), (TextFeature.Upper, 0.4044), (TextFeature.WordStarts, 0.4015), (TextFeature.Digits, -0.039), (TextFeature.AsciiOther, 4.3583)],
        [(50, 0.515, 1.488), (200, 0.738, 1.494), (2147483647, 0.817, 1.413)]);

    private static readonly TranslationFit LlmJpEnglish = new(
        [(TextFeature.Hiragana, 0.3463), (TextFeature.Katakana, 0.2719), (TextFeature.KatakanaRuns, 0.9179), (TextFeature.Kanji, 0.7142), (TextFeature.CjkPunctuation, 1.1378), (TextFeature.WidthForms, 0.9443), (TextFeature.Lower, 0.1189), (TextFeature.Upper, 0.628), (TextFeature.WordStarts, 0.1309), (TextFeature.Digits, 0.8819), (TextFeature.AsciiOther, 2.5836)],
        [(50, 0.532, 1.392), (200, 0.763, 1.457), (2147483647, 0.842, 1.37)]);

    private static readonly TranslationFit O200kJapanese = new(
        [(TextFeature.Lower, 0.2678), (TextFeature.Upper, 0.6668), (TextFeature.WordStarts, 0.4441), (TextFeature.LongUpperWords, -0.8774), (TextFeature.Digits, 0.6515), (TextFeature.AsciiOther, 0.9553), (TextFeature.Stops, -0.1416)],
        [(50, 0.709, 1.746), (200, 0.732, 1.399), (2147483647, 0.7, 1.349)]);

    private static readonly TranslationFit Cl100kJapanese = new(
        [(TextFeature.Lower, 0.4034), (TextFeature.Upper, 0.6349), (TextFeature.WordStarts, 0.5248), (TextFeature.LongUpperWords, -1.3336), (TextFeature.Digits, 0.3412), (TextFeature.AsciiOther, 1.0709), (TextFeature.Stops, 0.0958)],
        [(50, 0.687, 1.912), (200, 0.761, 1.471), (2147483647, 0.681, 1.309)]);

    private static readonly TranslationFit LlmJpJapanese = new(
        [(TextFeature.Lower, 0.1498), (TextFeature.Upper, 0.5185), (TextFeature.WordStarts, 0.2498), (TextFeature.LongUpperWords, -0.3756), (TextFeature.Digits, 1.6558), (TextFeature.AsciiOther, 0.6443), (TextFeature.Stops, 0.1928)],
        [(50, 0.691, 1.77), (200, 0.647, 1.411), (2147483647, 0.669, 1.347)]);
}
