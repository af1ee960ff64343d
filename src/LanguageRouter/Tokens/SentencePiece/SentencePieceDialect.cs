namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>Whose reading of a SentencePiece model the ids follow.</summary>
/// <remarks>
/// The readings differ for Unigram models only, and only here: sums of scores in single or double precision (exact
/// ties), characters without a piece (bytes or the unknown id), and texts of nothing but spaces. A model is trained
/// on the ids of SentencePiece itself; choose another reading only to be equal to a server's own tokenizer.
/// </remarks>
public enum SentencePieceDialect
{
    /// <summary>SentencePiece's own reading: the default.</summary>
    SentencePiece,

    /// <summary>
    /// llama.cpp's reading of Unigram vocabularies (<c>tokenizer.ggml.model = t5</c>): a run of characters without a
    /// piece becomes one unknown id, even where the model has byte pieces, so that this text is lost.
    /// </summary>
    LlamaCpp,
}
