using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Names the language of a script that is neither Latin nor East Asian.</summary>
internal static class OtherScripts
{
    private static readonly byte Russian = LanguageTable.Of("ru");
    private static readonly byte Ukrainian = LanguageTable.Of("uk");
    private static readonly byte Serbian = LanguageTable.Of("sr");
    private static readonly byte Persian = LanguageTable.Of("fa");
    private static readonly byte Urdu = LanguageTable.Of("ur");
    private static readonly SearchValues<char> SerbianLetters = SearchValues.Create("ђјљњћџЂЈЉЊЋЏ");
    private static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> RussianLetters = SearchValues.Create("ыэёЫЭЁ");
    private static readonly SearchValues<char> UrduLetters = SearchValues.Create("ٹڈڑےں");
    private static readonly SearchValues<char> PersianLetters = SearchValues.Create("پچژگکی");

    /// <summary>Decides by the script and, where languages share it, by their own letters.</summary>
    public static (byte Language, float Confidence) Decide(ReadOnlySpan<char> text, LetterScript script) => script switch
    {
        LetterScript.Cyrillic when text.ContainsAny(SerbianLetters) => (Serbian, 0.8f),
        LetterScript.Cyrillic when text.ContainsAny(UkrainianLetters) => (Ukrainian, 0.9f),
        LetterScript.Cyrillic when text.ContainsAny(RussianLetters) => (Russian, 0.95f),
        LetterScript.Cyrillic => (LanguageTable.OfScript(script), 0.9f),
        LetterScript.Arabic when text.ContainsAny(UrduLetters) => (Urdu, 0.9f),
        LetterScript.Arabic when text.ContainsAny(PersianLetters) => (Persian, 0.9f),
        _ => (LanguageTable.OfScript(script), 0.95f),
    };
}
