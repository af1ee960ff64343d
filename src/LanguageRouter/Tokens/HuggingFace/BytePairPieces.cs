using System.Text;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>Byte pair encoding over bytes or over characters.</summary>
internal sealed class BytePairPieces(Dictionary<string, int> vocabulary, PairRanks ranks, BytePairSettings settings) : IPieceEncoder
{
    private readonly PairMerger _merger = new(ranks);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly int[] _byteIds = [.. Enumerable.Range(0, 256).Select(value => vocabulary.GetValueOrDefault(settings.ByteLevel ? $"{ByteAlphabet.CharacterOf((byte)value)}" : $"<0x{value:X2}>", -1))];

    public void Encode(string piece, List<int> ids)
    {
        if (piece.Length == 0)
        {
            return;
        }

        var start = new List<int>(piece.Length + 8);
        if (settings.ByteLevel)
        {
            var bytes = Encoding.UTF8.GetBytes(piece);
            if (settings.IgnoreMerges && vocabulary.TryGetValue(string.Create(bytes.Length, bytes, Write), out var whole))
            {
                ids.Add(whole);
                return;
            }

            start.AddRange(bytes.Select(value => _byteIds[value]));
        }
        else
        {
            if (settings.IgnoreMerges && vocabulary.TryGetValue(piece, out var whole))
            {
                ids.Add(whole);
                return;
            }

            AddCharacters(piece, start);
        }

        _merger.Merge(start);
        ids.AddRange(start);

        static void Write(Span<char> characters, byte[] bytes)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                characters[i] = ByteAlphabet.CharacterOf(bytes[i]);
            }
        }
    }

    private void AddCharacters(string piece, List<int> ids)
    {
        var afterUnknown = false;
        Span<char> utf16 = stackalloc char[2];
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in piece.EnumerateRunes())
        {
            if (_lookup.TryGetValue(utf16[..rune.EncodeToUtf16(utf16)], out var id))
            {
                ids.Add(id);
                afterUnknown = false;
                continue;
            }

            var bytes = utf8[..rune.EncodeToUtf8(utf8)];
            if (settings.ByteFallback && !HasMissing(bytes))
            {
                foreach (var value in bytes)
                {
                    ids.Add(_byteIds[value]);
                }

                afterUnknown = false;
            }
            else if (settings.UnknownId is { } unknown)
            {
                if (!(settings.FuseUnknown && afterUnknown))
                {
                    ids.Add(unknown);
                }

                afterUnknown = true;
            }
        }
    }

    private bool HasMissing(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (_byteIds[value] < 0)
            {
                return true;
            }
        }

        return false;
    }
}
