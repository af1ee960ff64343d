namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>One entry of a SentencePiece vocabulary; its index is its id.</summary>
internal readonly record struct Piece(string Text, float Score, PieceKind Kind);
