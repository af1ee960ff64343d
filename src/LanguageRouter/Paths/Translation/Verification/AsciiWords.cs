using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Walks over the words of ASCII letters in a text, sixteen characters at a time.</summary>
internal ref struct AsciiWords(ReadOnlySpan<char> text)
{
    private const int Window = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private int _from;
    private int _next;
    private ulong _letters;
    private ulong _starts;

    /// <summary>Gets the index of the current word.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the length of the current word; a word of more than 64 letters comes in parts.</summary>
    public int Length { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (_starts != 0 || MoveWindow())
        {
            var at = BitOperations.TrailingZeroCount(_starts);
            _starts &= _starts - 1;
            Start = _from + at;
            Length = BitOperations.TrailingZeroCount(~(_letters >> at));
            if (at == 0 || at + Length < Window || _next >= _text.Length)
            {
                return true;
            }

            // The word may go on behind the window: the next window begins with it.
            _next = Start;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MoveWindow()
    {
        while (_starts == 0 && _next < _text.Length)
        {
            _from = _next;
            var window = _text[_from..Math.Min(_text.Length, _from + Window)];
            _next = _from + window.Length;
            _letters = Letters(window);
            _starts = _letters & ~(_letters << 1);
        }

        return _starts != 0;
    }

    private static ulong Letters(ReadOnlySpan<char> window)
    {
        var letters = 0UL;
        var i = 0;
        for (; i + Vector128<byte>.Count <= window.Length; i += Vector128<byte>.Count)
        {
            letters |= (ulong)Letters16(window[i..]) << i;
        }

        if (i == window.Length)
        {
            return letters;
        }

        if (window.Length >= Vector128<byte>.Count)
        {
            var last = window.Length - Vector128<byte>.Count;
            return letters | ((ulong)Letters16(window[last..]) << last);
        }

        for (; i < window.Length; i++)
        {
            letters |= (char.IsAsciiLetter(window[i]) ? 1UL : 0) << i;
        }

        return letters;
    }

    private static uint Letters16(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var bytes = Vector128.NarrowWithSaturation(Vector128.Create(units), Vector128.Create(units[Vector128<ushort>.Count..]));
        var letters = Vector128.LessThanOrEqual((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a')));
        return letters.ExtractMostSignificantBits();
    }
}
