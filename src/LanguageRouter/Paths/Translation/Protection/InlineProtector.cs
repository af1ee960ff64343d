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

    // A text is protected without a break: the lists are used again.
    [ThreadStatic]
    private static List<FoundSpan>? s_found;

    [ThreadStatic]
    private static OpenPairs? s_pairs;

    /// <summary>Protects a text.</summary>
    /// <param name="text">A sentence, a cell or any other text.</param>
    /// <param name="firstId">The number that the first placeholder gets; the caller keeps numbers unique in a call.</param>
    /// <param name="terms">The terms that are put in place by substitution; <see langword="null"/> for none.</param>
    /// <param name="substituteAll">Whether every term is, or only those that are never translated.</param>
    /// <returns>The text with placeholders; restoring it unchanged gives the input.</returns>
    public static ProtectedText Protect(string text, int firstId, TermTable? terms = null, bool substituteAll = false)
    {
        var found = s_found ??= [];
        var pairs = s_pairs ??= new OpenPairs();
        found.Clear();
        pairs.Clear();
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

            if (nextTerm <= at)
            {
                found.Add(new FoundSpan(nextTerm, places![term].Length, 0, IsTerm: true));
                i = nextTerm + places[term].Length;
                continue;
            }

            var length = SpanRules.Match(text, at, i, pairs, out var start, out var opener);
            if (length > 0)
            {
                found.Add(new FoundSpan(start, length, opener < 0 ? 0 : DistanceTo(found, opener), IsTerm: false));
            }

            i = start + length;
        }

        return found.Count == 0 ? new ProtectedText(text, firstId, []) : Build(text, firstId, found, terms);
    }

    // How many spans back the one is that begins at an index; 0 where none does.
    private static int DistanceTo(List<FoundSpan> found, int start)
    {
        for (var back = 1; back <= found.Count; back++)
        {
            if (found[^back].Start == start)
            {
                return back;
            }
        }

        return 0;
    }

    private static ProtectedText Build(string text, int firstId, List<FoundSpan> found, TermTable? terms)
    {
        var spans = new ProtectedSpan[found.Count];
        var length = text.Length;
        for (var n = 0; n < spans.Length; n++)
        {
            var (start, count, closes, isTerm) = found[n];
            spans[n] = new ProtectedSpan(isTerm ? terms![text.Substring(start, count)].Target : FrequentMarks.Of(text.AsSpan(start, count)), closes);
            length += Placeholder.Write(firstId + n).Length - count;
        }

        var written = string.Create(length, (text, firstId, found), static (into, given) =>
        {
            var done = 0;
            for (var n = 0; n < given.found.Count; n++)
            {
                var span = given.found[n];
                var placeholder = Placeholder.Write(given.firstId + n);
                given.text.AsSpan(done, span.Start - done).CopyTo(into);
                placeholder.CopyTo(into[(span.Start - done)..]);
                into = into[(span.Start - done + placeholder.Length)..];
                done = span.Start + span.Length;
            }

            given.text.AsSpan(done).CopyTo(into);
        });
        return new ProtectedText(written, firstId, spans);
    }

    private readonly record struct FoundSpan(int Start, int Length, int Closes, bool IsTerm);
}
