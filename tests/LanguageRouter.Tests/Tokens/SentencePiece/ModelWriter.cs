using System.Buffers.Binary;
using System.Text;
using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tests.Tokens.SentencePiece;

/// <summary>Writes small SentencePiece models, so that tests need no file.</summary>
internal sealed class ModelWriter
{
    private readonly List<byte> _pieces = [];
    private readonly List<byte> _trainer = [];
    private readonly List<byte> _normalizer = [];

    public ModelWriter Piece(string text, float score = 0, PieceKind kind = PieceKind.Normal)
    {
        var message = new List<byte>();
        Bytes(message, 1, Encoding.UTF8.GetBytes(text));
        message.Add((2 << 3) | 5);
        var single = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(single, score);
        message.AddRange(single);
        Integer(message, 3, (int)kind);
        Bytes(_pieces, 1, [.. message]);
        return this;
    }

    public ModelWriter Specials() => Piece("<unk>", 0, PieceKind.Unknown).Piece("<s>", 0, PieceKind.Control).Piece("</s>", 0, PieceKind.Control);

    public ModelWriter BytePieces()
    {
        Integer(_trainer, 35, 1);
        for (var value = 0; value < 256; value++)
        {
            Piece($"<0x{value:X2}>", 0, PieceKind.Byte);
        }

        return this;
    }

    public ModelWriter Trainer(int field, int value)
    {
        Integer(_trainer, field, value);
        return this;
    }

    public ModelWriter Normalizer(int field, int value)
    {
        Integer(_normalizer, field, value);
        return this;
    }

    public ModelWriter CharsMap(byte[] blob)
    {
        Bytes(_normalizer, 2, blob);
        return this;
    }

    public byte[] ToArray()
    {
        var file = new List<byte>(_pieces);
        Bytes(file, 2, [.. _trainer]);
        Bytes(file, 3, [.. _normalizer]);
        return [.. file];
    }

    public SentencePieceEncoder ToEncoder(SentencePieceDialect dialect = SentencePieceDialect.SentencePiece) => SentencePieceEncoder.Read(ToArray(), "test", dialect);

    private static void Integer(List<byte> message, int field, int value)
    {
        Varint(message, (ulong)field << 3);
        Varint(message, (ulong)value);
    }

    private static void Bytes(List<byte> message, int field, ReadOnlySpan<byte> value)
    {
        Varint(message, ((ulong)field << 3) | 2);
        Varint(message, (ulong)value.Length);
        message.AddRange(value);
    }

    private static void Varint(List<byte> message, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            message.Add((byte)(value | 0x80));
        }

        message.Add((byte)value);
    }
}
