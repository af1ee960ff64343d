using System.Text;

namespace LanguageRouter.Paths.Translation.Protection;

/// <summary>Puts back what placeholders stand for.</summary>
internal static class Restorer
{
    /// <summary>Restores a translation.</summary>
    /// <param name="source">What was sent.</param>
    /// <param name="translation">What came back.</param>
    /// <param name="restored">The translation with every protected part in place.</param>
    /// <returns><see langword="null"/>, or what is wrong: a placeholder lost, doubled, unknown, broken, or closed before it is opened.</returns>
    public static string? TryRestore(ProtectedText source, string translation, out string restored)
    {
        restored = translation;
        var at = translation.AsSpan().IndexOfAny(Placeholder.Open, Placeholder.Close);
        if (source.Spans.Count == 0)
        {
            return at < 0 ? null : VerificationCodes.PlaceholderUnknown;
        }

        Span<bool> seen = source.Spans.Count <= 64 ? stackalloc bool[source.Spans.Count] : new bool[source.Spans.Count];
        var result = new StringBuilder(translation.Length + 32);
        var done = 0;
        while (at >= 0)
        {
            var length = Placeholder.TryRead(translation, at, out var id);
            if (length == 0)
            {
                return VerificationCodes.PlaceholderBroken;
            }

            var index = id - source.FirstId;
            if ((uint)index >= (uint)source.Spans.Count)
            {
                return VerificationCodes.PlaceholderUnknown;
            }

            if (seen[index])
            {
                return VerificationCodes.PlaceholderDoubled;
            }

            seen[index] = true;
            var span = source.Spans[index];
            if (span.Closes > 0 && !seen[index - span.Closes])
            {
                return VerificationCodes.PlaceholderOrder;
            }

            result.Append(translation, done, at - done).Append(span.Text);
            done = at + length;
            var next = translation.AsSpan(done).IndexOfAny(Placeholder.Open, Placeholder.Close);
            at = next < 0 ? -1 : done + next;
        }

        if (seen.Contains(false))
        {
            return VerificationCodes.PlaceholderLost;
        }

        restored = result.Append(translation, done, translation.Length - done).ToString();
        return null;
    }
}
