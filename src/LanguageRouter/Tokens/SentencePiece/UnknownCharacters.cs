using System.Text;

namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Writes characters that have no piece: as their bytes, or as one unknown id for each run.</summary>
/// <param name="unknownId">The id of the unknown piece.</param>
/// <param name="byteIds">The ids of the 256 byte pieces; <see langword="null"/> where bytes are not used.</param>
/// <param name="fuse">Whether a run of unknown characters is one id.</param>
internal sealed class UnknownCharacters(int unknownId, int[]? byteIds, bool fuse)
{
    /// <param name="characters">The characters without a piece.</param>
    /// <param name="afterUnknown">Whether the token before was unknown too.</param>
    /// <param name="sink">Takes the ids.</param>
    public void Write(ReadOnlySpan<int> characters, bool afterUnknown, ref IdSink sink)
    {
        if (byteIds is null)
        {
            if (!(fuse && afterUnknown))
            {
                sink.Add(unknownId);
            }

            return;
        }

        Span<byte> utf8 = stackalloc byte[4];
        foreach (var character in characters)
        {
            foreach (var part in utf8[..new Rune(character).EncodeToUtf8(utf8)])
            {
                sink.Add(byteIds[part]);
            }
        }
    }
}
