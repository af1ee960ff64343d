using System.Buffers;

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>Finds the terms of a list in a text, the longest first.</summary>
internal sealed class TermMatcher
{
    private readonly SearchValues<string> _any;
    private readonly string[] _terms;

    public TermMatcher(IEnumerable<string> terms)
    {
        _terms = [.. terms.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length)];
        _any = SearchValues.Create(_terms, StringComparison.Ordinal);
    }

    public bool IsEmpty => _terms.Length == 0;

    /// <summary>Finds every place of every term, left to right, without overlaps; a Latin term counts as a whole word only.</summary>
    public List<(int Start, int Length)>? FindAll(ReadOnlySpan<char> text)
    {
        if (_terms.Length == 0)
        {
            return null;
        }

        List<(int, int)>? found = null;
        var i = 0;
        while (i < text.Length)
        {
            var step = text[i..].IndexOfAny(_any);
            if (step < 0)
            {
                break;
            }

            i += step;
            var length = 0;
            foreach (var term in _terms)
            {
                if (text[i..].StartsWith(term, StringComparison.Ordinal) && IsWhole(text, i, term.Length))
                {
                    length = term.Length;
                    break;
                }
            }

            if (length > 0)
            {
                (found ??= []).Add((i, length));
            }

            i += Math.Max(1, length);
        }

        return found;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int start, int length)
    {
        var end = start + length;
        return !(start > 0 && char.IsAsciiLetterOrDigit(text[start]) && char.IsAsciiLetterOrDigit(text[start - 1]))
            && !(end < text.Length && char.IsAsciiLetterOrDigit(text[end - 1]) && char.IsAsciiLetterOrDigit(text[end]));
    }
}
