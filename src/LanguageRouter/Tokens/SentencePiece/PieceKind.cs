namespace LanguageRouter.Tokens.SentencePiece;

/// <summary>What a piece of a SentencePiece model stands for; the values are the file's.</summary>
internal enum PieceKind : byte
{
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6,
}
