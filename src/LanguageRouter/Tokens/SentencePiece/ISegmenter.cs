namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Cuts normalized text into pieces.</summary>
internal interface ISegmenter
{
    /// <param name="text">Normalized code points.</param>
    /// <param name="sink">Takes the ids.</param>
    void Segment(ReadOnlySpan<int> text, ref IdSink sink);
}
