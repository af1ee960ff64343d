using System.Collections.Frozen;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>The rules for runs of ASCII characters: URLs, addresses, paths, options, file names, numbers with hyphens, identifiers.</summary>
internal static class TokenRules
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions = new[]
    {
        "json", "jsonl", "xml", "yaml", "yml", "toml", "ini", "cfg", "conf", "env", "csv", "tsv", "txt", "md", "rst", "log", "sql", "db", "py", "ipynb", "js", "mjs",
        "ts", "tsx", "jsx", "cs", "csproj", "sln", "java", "kt", "go", "rs", "rb", "php", "c", "h", "cpp", "hpp", "swift", "sh", "bat", "ps1", "html", "htm", "css", "scss",
        "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "gz", "tar", "exe", "dll", "so", "mp3", "mp4", "wav", "lock",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Looks for a protected run of ASCII characters around an index.</summary>
    public static int Match(ReadOnlySpan<char> text, int at, int from, out int start)
    {
        // 1. The run around the trigger.
        start = at;
        while (start > from && IsTokenCharacter(text[start - 1]))
        {
            start--;
        }

        var end = at;
        while (end < text.Length && IsTokenCharacter(text[end]))
        {
            end++;
        }

        if (end == at)
        {
            start = at + 1;
            return 0;
        }

        // A number alone is the translator's.
        var token = text[start..end];
        var trimmed = token.TrimEnd(".,:;-+~");
        if (!trimmed.ContainsAnyExceptInRange('0', '9'))
        {
            start = end;
            return 0;
        }

        // 2. Kinds that reach beyond the run.
        var scheme = token.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0)
        {
            var first = scheme;
            while (first > 0 && (char.IsAsciiLetterOrDigit(token[first - 1]) || token[first - 1] is '+' or '-' or '.'))
            {
                first--;
            }

            if (first < scheme)
            {
                start += first;
                return UrlLength(text[start..]);
            }
        }

        if (token.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && token.Length > 5)
        {
            return UrlLength(text[start..]);
        }

        if (token.Length == 2 && token[1] == ':' && char.IsAsciiLetter(token[0]) && end < text.Length && text[end] == '\\')
        {
            while (end < text.Length && (IsTokenCharacter(text[end]) || text[end] == '\\'))
            {
                end++;
            }

            return end - start;
        }

        // 3. Kinds that are the run, without the punctuation around it.
        if (trimmed.Length > 1)
        {
            var skipped = SkipPunctuation(trimmed);
            if (IsProtected(trimmed[skipped..], start + skipped > 0 ? text[start + skipped - 1] : ' ', end < text.Length ? text[end] : ' '))
            {
                start += skipped;
                return trimmed.Length - skipped;
            }
        }

        start = end;
        return 0;
    }

    private static int SkipPunctuation(ReadOnlySpan<char> token)
    {
        // "(-x" and "..." keep their heads; a ":" before a word may be a placeholder and stays.
        var i = 0;
        while (i < token.Length - 1 && token[i] is '+' && !char.IsAsciiDigit(token[i + 1]))
        {
            i++;
        }

        return i;
    }

    private static bool IsProtected(ReadOnlySpan<char> token, char before, char after)
    {
        var at = token.IndexOf('@');
        if (at >= 0)
        {
            return at == 0
                ? token.Length > 2 && !char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(token[1])
                : token[(at + 1)..].Contains('.') && char.IsAsciiLetterOrDigit(token[^1]) && char.IsAsciiLetterOrDigit(token[at + 1]);
        }

        if (token[0] == ':')
        {
            return token.Length > 1 && (char.IsAsciiLetter(token[1]) || token[1] == '_') && (char.IsWhiteSpace(before) || before is '(' or '=' or ',' or '/');
        }

        return IsOption(token, before, after) || IsPath(token) || IsDigitsWithHyphens(token) || IsIdentifier(token);
    }

    private static bool IsOption(ReadOnlySpan<char> token, char before, char after)
    {
        if (token[0] != '-' || char.IsAsciiLetterOrDigit(before))
        {
            return false;
        }

        return token.Length > 2 && token[1] == '-' ? char.IsAsciiLetter(token[2]) : token.Length == 2 && char.IsAsciiLetter(token[1]) && after != '=';
    }

    private static bool IsPath(ReadOnlySpan<char> token)
    {
        var slashes = token.Count('/');
        if (slashes > 0)
        {
            var rooted = token.StartsWith("./", StringComparison.Ordinal) || token.StartsWith("../", StringComparison.Ordinal) || token.StartsWith("~/", StringComparison.Ordinal)
                || (token[0] == '/' && token.Length > 2 && (char.IsAsciiLetter(token[1]) || token[1] is '.' or '_'));
            if (rooted || (slashes >= 2 && !token.Contains("//", StringComparison.Ordinal) && token.IndexOfAnyExcept('/', '.', '-') >= 0))
            {
                return true;
            }
        }

        var dot = token.LastIndexOf('.');
        return dot > 0 && dot < token.Length - 1 && char.IsAsciiLetterOrDigit(token[dot - 1]) && Extensions.Contains(token[(dot + 1)..])
            && (dot > 1 || token.Length - dot > 2);
    }

    // Phone numbers, postal codes of three parts, ISO dates and times, IP addresses and versions.
    private static bool IsDigitsWithHyphens(ReadOnlySpan<char> token)
    {
        var hyphens = 0;
        var dots = 0;
        var digits = 0;
        for (var i = 0; i < token.Length; i++)
        {
            var c = token[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (i > 0 && i < token.Length - 1 && c is '-' or '.' && char.IsAsciiDigit(token[i + 1]))
            {
                hyphens += c == '-' ? 1 : 0;
                dots += c == '.' ? 1 : 0;
            }
            else if (!(i == 0 && c is '+' or 'v' && token.Length > 2) && c is not (':' or 'T' or 'Z' or '+'))
            {
                return false;
            }
        }

        return digits > 1 && (hyphens >= 2 || dots >= 2 || (token[0] == 'v' && dots > 0));
    }

    // snake_case, UUIDs and hashes, "ABC-123"; not "COVID" and not "4-month-old".
    private static bool IsIdentifier(ReadOnlySpan<char> token)
    {
        var letters = 0;
        var digits = 0;
        var hyphens = 0;
        var hex = true;
        var upper = true;
        for (var i = 0; i < token.Length; i++)
        {
            var c = token[i];
            if (c == '_')
            {
                if (i > 0 && i < token.Length - 1 && char.IsAsciiLetterOrDigit(token[i - 1]) && (char.IsAsciiLetterOrDigit(token[i + 1]) || token[i + 1] == '_'))
                {
                    return true;
                }

                return false;
            }

            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (char.IsAsciiLetter(c))
            {
                letters++;
                hex &= char.IsAsciiHexDigit(c);
                upper &= char.IsAsciiLetterUpper(c);
            }
            else if (c == '-')
            {
                hyphens++;
            }
            else
            {
                return false;
            }
        }

        return letters > 0 && digits > 0 && ((hex && letters + digits >= 8 && (hyphens == 0 || letters + digits >= 24))
            || (upper && hyphens > 0 && char.IsAsciiLetter(token[0]) && char.IsAsciiLetterOrDigit(token[^1])));
    }

    private static int UrlLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        var parentheses = 0;
        while (end < text.Length && text[end] is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '`' or '{' or '}' or '|' or '^' or '\\'))
        {
            parentheses += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            if (parentheses < 0)
            {
                break;
            }

            end++;
        }

        while (end > 0 && text[end - 1] is '.' or ',' or ':' or ';' or '?' or '!' or '\'' or '*' or '_' or ']' or '(')
        {
            end--;
        }

        return end;
    }

    private static bool IsTokenCharacter(char c) => Characters.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '+' or '-' or '/' or '@' or ':' or '~';
}
