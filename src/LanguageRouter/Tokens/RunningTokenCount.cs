using System.Buffers;

namespace LanguageRouter.Tokens;

/// <summary>Counts the tokens of one text that grows at its end, such as a streamed answer, without counting its beginning again.</summary>
/// <remarks>
/// After each addition the count is that of the whole text so far. What a later addition can still change is kept: the
/// last two pieces of the text, mostly a few dozen characters (all of a run that nothing interrupts). The messages of a
/// conversation are tokenized one by one: count each by itself and add up. Not safe for concurrent use.
/// </remarks>
public sealed class RunningTokenCount
{
    private readonly BytePairTokenCounter _counter;
    private char[] _open = [];
    private int _openLength;
    private int _settled;

    /// <summary>Initializes a new instance of the <see cref="RunningTokenCount"/> class for an empty text.</summary>
    /// <param name="counter">The tokenizer.</param>
    public RunningTokenCount(BytePairTokenCounter counter)
    {
        ArgumentNullException.ThrowIfNull(counter);
        _counter = counter;
    }

    /// <summary>Gets the tokens of the text so far.</summary>
    public int Tokens { get; private set; }

    /// <summary>Adds to the end of the text.</summary>
    /// <param name="text">What follows; it may begin or end inside a word or a surrogate pair.</param>
    /// <returns>The tokens of the text so far.</returns>
    public int Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return Tokens;
        }

        var length = _openLength + text.Length;
        var rented = ArrayPool<char>.Shared.Rent(length);
        try
        {
            _open.AsSpan(0, _openLength).CopyTo(rented);
            text.CopyTo(rented.AsSpan(_openLength));
            Count(rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return Tokens;
    }

    // A piece is settled once the piece after it ends before the end of the text: all that its own end depends on
    // lies in the two, or is the character after them.
    private void Count(ReadOnlySpan<char> text)
    {
        var start = 0;
        var last = (Start: 0, Tokens: 0);
        var previous = (Start: 0, Tokens: 0);
        while (start < text.Length)
        {
            _settled += previous.Tokens;
            previous = last;
            last.Start = start;
            start = _counter.NextPiece(text, start, out last.Tokens);
        }

        Tokens = _settled + previous.Tokens + last.Tokens;
        var rest = text[(previous.Tokens == 0 ? last.Start : previous.Start)..];
        if (_open.Length < rest.Length)
        {
            _open = new char[Math.Max(2 * _open.Length, Math.Max(64, rest.Length))];
        }

        rest.CopyTo(_open);
        _openLength = rest.Length;
    }
}
