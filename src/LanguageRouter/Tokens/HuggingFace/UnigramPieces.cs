using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>A Unigram vocabulary: sums of scores in double precision, as the Rust library keeps them.</summary>
internal sealed class UnigramPieces(UnigramSegmenter segmenter) : IPieceEncoder
{
    public void Encode(string piece, List<int> ids)
    {
        var sink = new IdSink(ids);
        segmenter.Segment([.. piece.EnumerateRunes().Select(rune => rune.Value)], ref sink);
    }
}
