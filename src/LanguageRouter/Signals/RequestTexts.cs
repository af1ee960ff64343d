using Microsoft.Extensions.AI;

namespace LanguageRouter.Signals;

/// <summary>Says which texts a request has and which part each belongs to: the one order in which texts are measured and counted.</summary>
internal static class RequestTexts
{
    /// <summary>Shows a visitor every text that a provider would bill.</summary>
    public static void Visit<TVisitor>(IReadOnlyList<ChatMessage> messages, ChatOptions? options, ref TVisitor visitor)
        where TVisitor : ITextVisitor, allows ref struct
    {
        var lastUser = LastUserMessage(messages, messages.Count);
        for (var i = 0; i < messages.Count; i++)
        {
            var part = messages[i].Role == ChatRole.System ? RequestPart.System : i < lastUser ? RequestPart.History : RequestPart.Prompt;
            var contents = messages[i].Contents;
            for (var j = 0; j < contents.Count; j++)
            {
                if (TextOf(contents[j]) is { Length: > 0 } text)
                {
                    visitor.Visit(part, text);
                }
            }
        }

        if (options is not null)
        {
            Visit(options, ref visitor);
        }
    }

    /// <summary>The index of the last user message before another one; -1 for none.</summary>
    public static int LastUserMessage(IReadOnlyList<ChatMessage> messages, int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            if (messages[i].Role == ChatRole.User)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Visit<TVisitor>(ChatOptions options, ref TVisitor visitor)
        where TVisitor : ITextVisitor, allows ref struct
    {
        if (options.Instructions is { Length: > 0 } instructions)
        {
            visitor.Visit(RequestPart.System, instructions);
        }

        // Providers bill tool definitions and schemas as a part of the prompt.
        foreach (var tool in options.Tools ?? [])
        {
            visitor.Visit(RequestPart.System, tool.Name);
            visitor.Visit(RequestPart.System, tool.Description);
            if (tool is AIFunctionDeclaration function)
            {
                visitor.Visit(RequestPart.System, function.JsonSchema.GetRawText());
            }
        }

        if (options.ResponseFormat is ChatResponseFormatJson { Schema: { } schema })
        {
            visitor.Visit(RequestPart.System, schema.GetRawText());
        }
    }

    private static string? TextOf(AIContent content) => content switch
    {
        TextContent text => text.Text,
        FunctionResultContent { Result: string result } => result,
        FunctionResultContent { Result: { } result } => result.ToString(),
        _ => null,
    };
}
