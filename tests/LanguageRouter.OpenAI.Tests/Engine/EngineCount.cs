namespace LanguageRouter.OpenAI.Tests.Engine;

/// <summary>What the engine counts in a text, and what it loses of it.</summary>
/// <remarks>
/// llama.cpp reads a Unigram vocabulary without its byte pieces: a run of characters that have no piece of their own (line breaks and tabs
/// among them) becomes one unknown token, and the text is gone. SentencePiece, after which the model was made, writes a token for each byte.
/// </remarks>
public readonly record struct EngineCount(int Tokens, int UnknownTokens, int LostBytes)
{
    public bool IsWhole => UnknownTokens == 0;

    /// <summary>The tokens of the text as SentencePiece has them.</summary>
    public int WithEveryByte => Tokens - UnknownTokens + LostBytes;
}
