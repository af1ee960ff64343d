using System.Buffers;

namespace LanguageRouter.Signals;

/// <summary>A folded text: the original itself where nothing changed, else a copy, pooled or in the caller's buffer.</summary>
/// <remarks>Dispose it exactly once; the span is not valid afterwards.</remarks>
internal readonly ref struct FoldedText
{
    private readonly char[]? _rented;

    internal FoldedText(ReadOnlySpan<char> text, char[]? rented = null, bool isChanged = false)
    {
        Span = text;
        _rented = rented;
        IsChanged = isChanged;
    }

    /// <summary>Gets the folded characters.</summary>
    public ReadOnlySpan<char> Span { get; }

    /// <summary>Gets a value indicating whether folding changed the text, so that positions may differ from the original's.</summary>
    public bool IsChanged { get; }

    /// <summary>Returns the buffer to its pool.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
        }
    }

    internal static FoldedText From(ReadOnlySpan<char> source, Span<char> scratch)
    {
        // Nearly all text folds to its own length or less; the few characters that expand get their room on a second try.
        if (TextFolding.TryFold(source, scratch, out var written))
        {
            return new FoldedText(scratch[..written], null, true);
        }

        var rented = ArrayPool<char>.Shared.Rent(source.Length + 64);
        if (!TextFolding.TryFold(source, rented, out written))
        {
            ArrayPool<char>.Shared.Return(rented);
            rented = ArrayPool<char>.Shared.Rent(checked(source.Length * TextFolding.MaxExpansion));
            TextFolding.TryFold(source, rented, out written);
        }

        return new FoldedText(rented.AsSpan(0, written), rented, true);
    }
}
