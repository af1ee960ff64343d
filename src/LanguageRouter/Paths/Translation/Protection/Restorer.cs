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
        if (source.Spans.Length == 0)
        {
            return translation.AsSpan().IndexOfAny(Placeholder.Open, Placeholder.Close) < 0 ? null : VerificationCodes.PlaceholderUnknown;
        }

        var problem = Check(source, translation, out var length);
        if (problem is null)
        {
            restored = string.Create(length, (source, translation), static (into, given) => Fill(given.source, given.translation, into));
        }

        return problem;
    }

    private static string? Check(ProtectedText source, ReadOnlySpan<char> translation, out int length)
    {
        var spans = source.Spans;
        Span<bool> seen = spans.Length <= 64 ? stackalloc bool[spans.Length] : new bool[spans.Length];
        length = translation.Length;
        for (var at = 0; Next(translation, ref at);)
        {
            var written = Placeholder.TryRead(translation, at, out var id);
            if (written == 0)
            {
                return VerificationCodes.PlaceholderBroken;
            }

            var index = id - source.FirstId;
            if ((uint)index >= (uint)spans.Length)
            {
                return VerificationCodes.PlaceholderUnknown;
            }

            if (seen[index])
            {
                return VerificationCodes.PlaceholderDoubled;
            }

            seen[index] = true;
            if (spans[index].Closes > 0 && !seen[index - spans[index].Closes])
            {
                return VerificationCodes.PlaceholderOrder;
            }

            length += spans[index].Text.Length - written;
            at += written;
        }

        return seen.Contains(false) ? VerificationCodes.PlaceholderLost : null;
    }

    private static void Fill(ProtectedText source, ReadOnlySpan<char> translation, Span<char> into)
    {
        var done = 0;
        for (var at = 0; Next(translation, ref at);)
        {
            var written = Placeholder.TryRead(translation, at, out var id);
            var part = source.Spans[id - source.FirstId].Text;
            translation[done..at].CopyTo(into);
            part.CopyTo(into[(at - done)..]);
            into = into[(at - done + part.Length)..];
            at += written;
            done = at;
        }

        translation[done..].CopyTo(into);
    }

    private static bool Next(ReadOnlySpan<char> text, ref int at)
    {
        var step = text[at..].IndexOfAny(Placeholder.Open, Placeholder.Close);
        at += Math.Max(0, step);
        return step >= 0;
    }
}
