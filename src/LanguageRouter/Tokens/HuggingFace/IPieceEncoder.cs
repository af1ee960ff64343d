namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>The model of a tokenizer file: turns one piece of text into ids.</summary>
internal interface IPieceEncoder
{
    void Encode(string piece, List<int> ids);
}
