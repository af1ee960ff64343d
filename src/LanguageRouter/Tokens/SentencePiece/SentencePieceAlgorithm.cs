namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>How a SentencePiece model cuts text; the values are the file's.</summary>
internal enum SentencePieceAlgorithm
{
    Unigram = 1,
    Bpe = 2,
    Word = 3,
    Char = 4,
}
