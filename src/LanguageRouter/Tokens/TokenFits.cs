namespace LanguageRouter.Tokens;

/// <summary>The fits that the library ships.</summary>
internal static partial class TokenFits
{
    /// <summary>The name of the family whose models begin with <c>llm-jp</c>, Unigram SentencePiece with byte fallback.</summary>
    public const string LlmJpName = "llm-jp";

    /// <summary>Gets the fit for a tokenizer's name; that of o200k_base, under the name <c>generic</c>, for an unknown one.</summary>
    public static TokenFit For(string tokenizerName) => tokenizerName switch
    {
        TokenCounters.O200kBase => O200kBase,
        TokenCounters.Cl100kBase => Cl100kBase,
        _ => tokenizerName.StartsWith(LlmJpName, StringComparison.OrdinalIgnoreCase) ? LlmJp : Generic,
    };
}
