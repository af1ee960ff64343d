using LanguageRouter.Routes;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Signals;

/// <summary>Adds up what the messages of a request hold: characters and text profiles by part, attachments, tool calls.</summary>
internal ref struct RequestSizes
{
    public TextProfile System;
    public TextProfile History;
    public TextProfile Prompt;
    public int Characters;
    public int PromptCharacters;
    public int Turns;
    public int Attachments;
    public bool HasToolCalls;
    public ModelCapabilities Requires;

    public static RequestSizes Of(IReadOnlyList<ChatMessage> messages, int lastUser, ChatOptions? options)
    {
        var sizes = default(RequestSizes);
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            sizes.Turns += message.Role == ChatRole.User ? 1 : 0;
            ref var part = ref message.Role == ChatRole.System ? ref sizes.System : ref i < lastUser ? ref sizes.History : ref sizes.Prompt;
            foreach (var content in message.Contents)
            {
                sizes.Add(content, ref part, isPrompt: i >= lastUser && message.Role != ChatRole.System);
            }
        }

        sizes.AddOptions(options);
        return sizes;
    }

    private void Add(AIContent content, ref TextProfile part, bool isPrompt)
    {
        switch (content)
        {
            case TextContent { Text: { } text }:
                Add(text, ref part);
                PromptCharacters += isPrompt ? text.Length : 0;
                break;
            case FunctionCallContent or FunctionResultContent:
                HasToolCalls = true;
                if (content is FunctionResultContent { Result: { } result } && (result as string ?? result.ToString()) is { } resultText)
                {
                    Add(resultText, ref part);
                }

                break;
            case DataContent data:
                Attach(data.MediaType);
                break;
            case UriContent uri:
                Attach(uri.MediaType);
                break;
            case HostedFileContent:
                Attach("");
                break;
        }
    }

    private void AddOptions(ChatOptions? options)
    {
        if (options is null)
        {
            return;
        }

        if (options.Instructions is { Length: > 0 } instructions)
        {
            Add(instructions, ref System);
        }

        // Providers bill tool definitions as part of the prompt.
        foreach (var tool in options.Tools ?? [])
        {
            Requires |= ModelCapabilities.Tools;
            Add(tool.Name, ref System);
            Add(tool.Description, ref System);
            if (tool is AIFunctionDeclaration function)
            {
                Add(function.JsonSchema.GetRawText(), ref System);
            }
        }

        if (options.ResponseFormat is ChatResponseFormatJson json)
        {
            Requires |= ModelCapabilities.Json;
            if (json.Schema is { } schema)
            {
                Add(schema.GetRawText(), ref System);
            }
        }
    }

    private void Add(string text, ref TextProfile part)
    {
        Characters += text.Length;
        part += TextProfile.Measure(text);
    }

    private void Attach(string mediaType)
    {
        Attachments++;
        Requires |= mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? ModelCapabilities.Vision
            : mediaType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) ? ModelCapabilities.Audio
            : ModelCapabilities.Files;
    }
}
