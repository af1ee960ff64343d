using System.Runtime.InteropServices;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Learning;

/// <summary>Reads how a prompt is worded: the pairs of neighbouring characters where its instruction stands, as numbers.</summary>
/// <remarks>
/// Pure and safe for concurrent use. Width and case are folded, and of a long text only the start and the end are read, as for task kinds.
/// Works for any language without a dictionary.
/// </remarks>
public static class WordingPairs
{
    /// <summary>Counts the pairs of a prompt.</summary>
    /// <param name="prompt">The text of the last user turn.</param>
    /// <returns>How often each pair stands there, over the square root of the number of all pairs.</returns>
    public static IReadOnlyDictionary<uint, double> Of(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        Span<char> buffer = stackalloc char[InstructionText.BufferSize];
        var text = InstructionText.Fold(prompt, buffer);
        var shares = new Dictionary<uint, double>();
        for (var i = 1; i < text.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(shares, Key(text[i - 1], text[i]), out _) += Unit(text);
        }

        return shares;
    }

    /// <summary>What one pair of a text counts.</summary>
    internal static double Unit(ReadOnlySpan<char> text) => text.Length < 2 ? 0 : 1 / Math.Sqrt(text.Length - 1);

    // Every pair has a number of its own: each step can be undone. It spreads the keys over a table; it hides nothing.
    internal static uint Key(char first, char second)
    {
        var key = ((uint)first << 16) | second;
        key *= 0x9E3779B1;
        key ^= key >> 15;
        key *= 0x2C1B3C6D;
        return key ^ (key >> 12);
    }
}
