using System.Text;
using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>Replaces the parts of a sentence that must come back byte for byte by placeholders.</summary>
/// <remarks>
/// Protected are: code spans, URLs, e-mail addresses, phone numbers and other runs of digits with hyphens, paths, file
/// names, options, tags, entities, mathematics, placeholders of message formats, citations, link targets, emphasis marks,
/// emoji, Japanese quotation marks, identifiers, characters that are no text. Numbers are not: a translator needs
/// them, and they are compared by value afterwards. The protection is a single pass; each index is looked at by few rules.
/// </remarks>
internal static class InlineProtector
{
    private static readonly CharacterSet Triggers = new(
        "`@<&$\\{}%:[]*_~/-.|「」『』｢｣⟦⟧【0123456789\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD\u2B50\u2B55\u007F",
        ('\u2600', '\u27BF'),
        ('\uD800', '\uDFFF'),
        ('\0', '\u001F'));

    /// <summary>Protects a text.</summary>
    /// <param name="text">A sentence, a cell or any other text.</param>
    /// <param name="firstId">The number that the first placeholder gets; the caller keeps numbers unique in a call.</param>
    /// <param name="terms">The terms that are put in place by substitution; <see langword="null"/> for none.</param>
    /// <param name="substituteAll">Whether every term is, or only those that are never translated.</param>
    /// <returns>The text with placeholders; restoring it unchanged gives the input.</returns>
    public static ProtectedText Protect(string text, int firstId, TermTable? terms = null, bool substituteAll = false)
    {
        List<(int Start, int Length, int Closes, bool IsTerm)>? found = null;
        var pairs = default(OpenPairs);
        var i = 0;
        var places = (substituteAll ? terms?.All : terms?.Kept)?.FindAll(text);
        var term = 0;
        while (i < text.Length)
        {
            while (places is not null && term < places.Count && places[term].Start < i)
            {
                term++;
            }

            var nextTerm = places is not null && term < places.Count ? places[term].Start : int.MaxValue;
            var step = Triggers.IndexIn(text.AsSpan(i));
            var at = step < 0 ? int.MaxValue : i + step;
            if (at == int.MaxValue && nextTerm == int.MaxValue)
            {
                break;
            }

            int start;
            int length;
            var closes = 0;
            var isTerm = nextTerm <= at;
            if (isTerm)
            {
                (start, length) = (nextTerm, places![term].Length);
            }
            else
            {
                length = SpanRules.Match(text, at, i, ref pairs, out start, out var opener);
                if (length == 0)
                {
                    i = start;
                    continue;
                }

                if (opener >= 0 && found is not null)
                {
                    var index = found.FindLastIndex(s => s.Start == opener);
                    closes = index < 0 ? 0 : found.Count - index;
                }
            }

            (found ??= []).Add((start, length, closes, isTerm));
            i = start + length;
        }

        return found is null ? new ProtectedText(text, firstId, []) : Build(text, firstId, found, terms);
    }

    private static ProtectedText Build(string text, int firstId, List<(int Start, int Length, int Closes, bool IsTerm)> found, TermTable? terms)
    {
        var result = new StringBuilder(text.Length + (found.Count * 2));
        var spans = new ProtectedSpan[found.Count];
        var done = 0;
        for (var n = 0; n < found.Count; n++)
        {
            var (start, length, closes, isTerm) = found[n];
            result.Append(text, done, start - done).Append(Placeholder.Write(firstId + n));
            var part = text.Substring(start, length);
            spans[n] = new ProtectedSpan(isTerm ? terms![part].Target : part, closes);
            done = start + length;
        }

        return new ProtectedText(result.Append(text, done, text.Length - done).ToString(), firstId, spans);
    }
}
