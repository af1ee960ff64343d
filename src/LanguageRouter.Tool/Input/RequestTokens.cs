using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Input;

/// <summary>Counts the tokens of a request exactly: the same texts that the signals estimate, each on its own and without a chat template.</summary>
internal static class RequestTokens
{
    public static int Count(ITokenCounter counter, PromptLine prompt) => Texts(prompt).Sum(text => counter.Count(text));

    private static IEnumerable<string> Texts(PromptLine prompt) =>
        prompt.Messages.SelectMany(message => message.Contents).Select(TextOf).Concat(Definitions(prompt.Options));

    private static string TextOf(AIContent content) => content switch
    {
        TextContent text => text.Text,
        FunctionResultContent { Result: string result } => result,
        _ => "",
    };

    private static IEnumerable<string> Definitions(ChatOptions? options)
    {
        foreach (var tool in options?.Tools ?? [])
        {
            yield return tool.Name;
            yield return tool.Description;
            yield return tool is AIFunctionDeclaration function ? function.JsonSchema.GetRawText() : "";
        }

        yield return options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } ? schema.GetRawText() : "";
    }
}
