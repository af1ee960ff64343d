namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>One normalizer of a tokenizer file.</summary>
internal interface IRewrite
{
    /// <param name="text">The text, without lone surrogates.</param>
    /// <param name="position">Where it stands: what is put before texts is put at the start alone.</param>
    string Apply(string text, TextPosition position);
}
