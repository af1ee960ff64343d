using System.Text.RegularExpressions;

namespace LanguageRouter.Review;

/// <summary>Redacts by pattern: e-mail addresses, web addresses, keys, telephone numbers, other numbers of three digits and more, names with a title or an honorific.</summary>
/// <remarks>
/// Safe for concurrent use. Patterns find what has a form: a name without a title, or a street, stays. An application that needs more registers an
/// <see cref="ITextRedactor"/> of its own. The order is from the most to the least specific, so that the digits of an address are not left over.
/// </remarks>
public sealed partial class PatternTextRedactor : ITextRedactor
{
    private static readonly (Regex Pattern, string Replacement)[] Rules =
    [
        (Emails(), "[email]"),
        (Addresses(), "[url]"),
        (Keys(), "[key]"),
        (Telephones(), "[phone]"),
        (Numbers(), "[number]"),
        (JapaneseNames(), "[name]$1"),
        (JapaneseIntroductions(), "$1[name]"),
        (EnglishNames(), "$1 [name]"),
        (EnglishIntroductions(), "$1[name]"),
    ];

    /// <inheritdoc/>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (pattern, replacement) in Rules)
        {
            text = pattern.Replace(text, replacement);
        }

        return text;
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-＿．]+[@＠][\p{L}\p{N}\-]+(?:[.．][\p{L}\p{N}\-]+)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Emails();

    [GeneratedRegex(@"\b[a-z][a-z0-9+.\-]{1,15}://[^\s<>""'、。」）]+|\bwww\.[^\s<>""'、。」）]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addresses();

    // Prefixes that providers use, then any long run of letters and digits that mixes both, which no word does.
    [GeneratedRegex(
        @"\b(?:sk|pk|rk|ghp|gho|ghs|xox[abprs]|AKIA|ASIA|AIza|glpat|npm|hf)[-_]?[A-Za-z0-9_\-]{12,}|\beyJ[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]*|-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----|(?<![A-Za-z0-9+/_\-])(?=[A-Za-z+/_\-]*[0-9])(?=[0-9+/_\-]*[A-Za-z])[A-Za-z0-9+/_\-]{24,}={0,2}",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"[+＋]\p{Nd}{1,3}(?:[-‐－ー ().（）]{1,2}\p{Nd}{1,4}){2,5}(?![\p{Nd}])|(?<![\p{Nd}])[(（]?\p{Nd}{1,4}[)）]?(?:[-‐－ー ().（）]{1,2}\p{Nd}{2,4}){2,4}(?![\p{Nd}])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telephones();

    [GeneratedRegex(@"\p{Nd}(?:[,，.．]?\p{Nd}){2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?:[\p{IsCJKUnifiedIdeographs}々]{1,6}|[\u30A1-\u30FA\u30FC・]{2,12}|(?<![A-Za-z])[A-Z][a-z]+)[ 　]?(さん|様|さま|氏|くん|君|ちゃん|先生|部長|課長|社長|殿)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JapaneseNames();

    [GeneratedRegex(@"((?:名前は|氏名[:：は]|申します名は))[ 　]?[\p{IsCJKUnifiedIdeographs}々\u3041-\u3096\u30A1-\u30FC]{1,8}?(?=です|と申|といい|と言い|[、。\s]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JapaneseIntroductions();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam)\.?\s+(?:\p{Lu}[\p{L}'’\-]+)(?:\s+\p{Lu}[\p{L}'’\-]+){0,2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishNames();

    [GeneratedRegex(@"\b((?:my name is|i am called|signed,?|regards,|dear)\s+)\p{Lu}[\p{L}'’\-]+(?:\s+\p{Lu}[\p{L}'’\-]+){0,2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishIntroductions();
}
