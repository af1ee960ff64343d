namespace LanguageRouter.Tokens;

/// <content>Written by the evaluation command <c>token-fit</c>.</content>
internal static partial class TokenFits
{
    private static readonly TokenFit O200kBase = new("o200k_base", []);
    private static readonly TokenFit Cl100kBase = new("cl100k_base", []);
    private static readonly TokenFit LlmJp = new("llm-jp", []);
    private static readonly TokenFit Generic = O200kBase with { Name = "generic" };
}
