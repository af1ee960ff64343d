using System.Buffers.Binary;
using System.Text;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Reads the fields of one protocol buffers message, in the order of the file.</summary>
/// <remarks>Only what SentencePiece models hold: groups are refused. Source: the wire format of Protocol Buffers.</remarks>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;
    private ReadOnlySpan<byte> _payload;
    private ulong _number;

    /// <summary>Gets the number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>Gets the current field's bytes (length-delimited fields).</summary>
    public readonly ReadOnlySpan<byte> Bytes => _payload;

    /// <summary>Gets the current field's text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(_payload);

    /// <summary>Gets the current field as an integer (varint fields).</summary>
    public readonly int Integer => unchecked((int)_number);

    /// <summary>Gets a value indicating whether the current field is not zero (varint fields).</summary>
    public readonly bool Boolean => _number != 0;

    /// <summary>Gets the current field as a single (32-bit fields).</summary>
    public readonly float Single => BitConverter.UInt32BitsToSingle((uint)_number);

    /// <summary>Moves to the next field.</summary>
    /// <returns><see langword="false"/> at the end of the message.</returns>
    /// <exception cref="InvalidDataException">The bytes are not a message.</exception>
    public bool Read()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var key = Varint();
        Field = (int)(key >> 3);
        _payload = default;
        _number = 0;
        switch (key & 7)
        {
            case 0:
                _number = Varint();
                break;
            case 1:
                _number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
                break;
            case 2:
                _payload = Take(Varint());
                break;
            case 5:
                _number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                break;
            default:
                throw Broken();
        }

        return true;
    }

    private static InvalidDataException Broken() => new("The file is not a SentencePiece model: its protocol buffers are broken.");

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
        {
            throw Broken();
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && !_rest.IsEmpty; shift += 7)
        {
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Broken();
    }
}
