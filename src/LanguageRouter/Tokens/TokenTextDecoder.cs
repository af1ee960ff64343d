using System.Buffers;
using System.Text;

namespace LanguageRouter.Tokens;

/// <summary>Turns token ids into text, one by one as they arrive.</summary>
/// <remarks>
/// Not safe for concurrent use; one decoder serves one answer. However the ids are cut into calls, the joined
/// results are the same. Bytes that are no UTF-8 become U+FFFD, one for each longest part of a character (the
/// practice of the WHATWG encoding standard), and a character that lacks bytes is held back until they come or
/// <see cref="Flush"/> is called. Control tokens give no text.
/// </remarks>
public sealed class TokenTextDecoder
{
    private readonly ITokenEncoder _encoder;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private bool _spaceToDrop;

    /// <summary>Initializes a new decoder.</summary>
    /// <param name="encoder">The tokenizer that the ids belong to.</param>
    /// <param name="position">Where the first id stands; at the start the space that the tokenizer put before the text is dropped.</param>
    /// <exception cref="ArgumentNullException"><paramref name="encoder"/> is <see langword="null"/>.</exception>
    public TokenTextDecoder(ITokenEncoder encoder, TextPosition position = TextPosition.Start)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        _encoder = encoder;
        _spaceToDrop = position == TextPosition.Start && encoder.AddsLeadingSpace;
    }

    /// <summary>Decodes all ids at once.</summary>
    /// <param name="encoder">The tokenizer that the ids belong to.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="position">Where the first id stands.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not of this tokenizer.</exception>
    public static string Decode(ITokenEncoder encoder, ReadOnlySpan<int> ids, TextPosition position = TextPosition.Start)
    {
        var decoder = new TokenTextDecoder(encoder, position);
        return decoder.Append(ids) + decoder.Flush();
    }

    /// <summary>Takes the next ids.</summary>
    /// <param name="ids">The ids, in order.</param>
    /// <returns>The text that is now certain; often empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not of this tokenizer.</exception>
    public string Append(ReadOnlySpan<int> ids)
    {
        var text = new StringBuilder();
        foreach (var id in ids)
        {
            Append(_encoder.GetBytes(id), text);
        }

        return text.ToString();
    }

    /// <summary>Ends the text.</summary>
    /// <returns>U+FFFD where the bytes of a character were still missing, else the empty string.</returns>
    public string Flush()
    {
        Span<char> rest = stackalloc char[8];
        var written = _decoder.GetChars([], rest, flush: true);
        return rest[..written].ToString();
    }

    private void Append(ReadOnlySpan<byte> bytes, StringBuilder text)
    {
        if (_spaceToDrop && bytes.Length > 0)
        {
            _spaceToDrop = false;
            bytes = bytes[0] == (byte)' ' ? bytes[1..] : bytes;
        }

        if (bytes.IsEmpty)
        {
            return;
        }

        char[]? rented = null;
        var room = bytes.Length + 4;
        var chars = room <= 256 ? stackalloc char[256] : (rented = ArrayPool<char>.Shared.Rent(room));
        var written = _decoder.GetChars(bytes, chars, flush: false);
        text.Append(chars[..written]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }
}
