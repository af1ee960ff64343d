namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>One pre-tokenizer of a tokenizer file: cuts pieces into smaller ones.</summary>
internal interface ICut
{
    /// <param name="piece">A piece of the text.</param>
    /// <param name="isFirst">Whether it is the first one.</param>
    /// <param name="position">Where the text stands.</param>
    /// <param name="result">Takes the pieces.</param>
    void Cut(string piece, bool isFirst, TextPosition position, List<string> result);
}
