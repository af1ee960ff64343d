using System.Text;

namespace LanguageRouter.Tests.Paths.Translation.Fakes;

/// <summary>Turns each segment by fixed rules into something that passes verification as its translation.</summary>
/// <remarks>Into Japanese, Latin letters become katakana and periods become 。; into English the other way round. What is neither stays.</remarks>
internal static class PseudoTranslator
{
    public static CallbackTranslator Create(Func<Task>? before = null) => new(async (request, cancellationToken) =>
    {
        if (before is not null)
        {
            await before().WaitAsync(cancellationToken);
        }

        return [.. request.Segments.Select(s => Translate(s.Text, request.TargetLanguage))];
    });

    public static string Translate(string text, string target)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var decimals = i + 1 < text.Length && char.IsDigit(text[i + 1]);
            result.Append(decimals && text[i] == '.' ? '.' : target == "ja" ? ToJapanese(text[i]) : ToEnglish(text[i]));
        }

        return result.ToString();
    }

    private static char ToJapanese(char c) => c switch
    {
        >= 'a' and <= 'z' => (char)('ア' + (c - 'a')),
        >= 'A' and <= 'Z' => (char)('ナ' + (c - 'A')),
        '.' => '。',
        _ => c,
    };

    private static char ToEnglish(char c) => c switch
    {
        '。' => '.',
        '、' => ',',

        // What makes a number, a question or a negation of it stays: the fake keeps meaning.
        _ when "一二三四五六七八九十百千万億兆半倍割年分時".Contains(c, StringComparison.Ordinal) => c,
        >= '\u3041' and <= '\u30FE' or >= '\u4E00' and <= '\u9FFF' => (char)('a' + (c % 26)),
        _ => c,
    };
}
