using System.Globalization;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Paths.Translation.Contract;

/// <summary>Tells the model what a user's wish means for it, now that its answer is translated.</summary>
/// <remarks>
/// A note depends on the message alone: it is the same in every later turn, and the prompt cache survives. Figures: 4.9
/// English and 2.14 Japanese characters a token, about six characters an English word with its space.
/// </remarks>
internal static class AnswerNotes
{
    private const double EnglishWordsPerJapaneseCharacter = 4.9 / 2.14 / 6;

    private static readonly string[] Limits = ["以内", "以下", "未満", "まで", "程度", "くらい", "ぐらい", "前後", "ほど", "で"];

    /// <summary>Writes the note for a message, in English.</summary>
    /// <returns>The note with a line break before it, or an empty text.</returns>
    public static string For(string text, string userLanguage, string modelLanguage)
    {
        if (!LanguageTags.SameLanguage(modelLanguage, "en") || !LanguageTags.SameLanguage(userLanguage, "ja"))
        {
            return "";
        }

        var note = "";
        var wanted = AnswerLanguageDetector.Detect(text);
        if (wanted is not null && !LanguageTags.SameLanguage(wanted, userLanguage))
        {
            return note;
        }

        if (wanted is not null)
        {
            note += "\n(Write your answer in English: it is translated into Japanese for the user.)";
        }

        if (FindLimit(text) is var characters and > 0)
        {
            note += string.Create(CultureInfo.InvariantCulture, $"\n(The length of {characters} characters is meant for the Japanese translation of your answer: write about {Math.Max(1, (int)(characters * EnglishWordsPerJapaneseCharacter))} English words.)");
        }

        return note;
    }

    /// <summary>Finds a length in characters that a text asks for ("200字以内で"); 0 where there is none.</summary>
    public static int FindLimit(string text)
    {
        for (var at = text.IndexOf('字', StringComparison.Ordinal); at >= 0; at = text.IndexOf('字', at + 1))
        {
            var start = at - (at > 0 && text[at - 1] == '文' ? 1 : 0);
            var end = start;
            while (start > 0 && (char.IsDigit(text[start - 1]) || text[start - 1] == ','))
            {
                start--;
            }

            var value = 0;
            foreach (var c in text.AsSpan(start, end - start))
            {
                value = c == ',' || value > 1_000_000 ? value : (value * 10) + (int)char.GetNumericValue(c);
            }

            if (value > 0 && Limits.Any(l => text.AsSpan(at + 1).StartsWith(l, StringComparison.Ordinal)))
            {
                return value;
            }
        }

        return 0;
    }
}
