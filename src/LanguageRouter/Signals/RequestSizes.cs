using LanguageRouter.Routes;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Signals;

/// <summary>Adds up what the messages of a request hold: characters and text profiles by part, attachments, tool calls.</summary>
internal ref struct RequestSizes : ITextVisitor
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

    public static RequestSizes Of(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var sizes = default(RequestSizes);
        RequestTexts.Visit(messages, options, ref sizes);
        for (var i = 0; i < messages.Count; i++)
        {
            sizes.Turns += messages[i].Role == ChatRole.User ? 1 : 0;
            var contents = messages[i].Contents;
            for (var j = 0; j < contents.Count; j++)
            {
                sizes.Note(contents[j]);
            }
        }

        sizes.Requires |= options is { Tools.Count: > 0 } ? ModelCapabilities.Tools : ModelCapabilities.None;
        sizes.Requires |= options is { ResponseFormat: ChatResponseFormatJson } ? ModelCapabilities.Json : ModelCapabilities.None;
        return sizes;
    }

    public void Visit(RequestPart part, string text)
    {
        Characters += text.Length;
        var profile = TextProfile.Measure(text);
        switch (part)
        {
            case RequestPart.System:
                System = System.Length == 0 ? profile : System + profile;
                break;
            case RequestPart.History:
                History = History.Length == 0 ? profile : History + profile;
                break;
            default:
                Prompt = Prompt.Length == 0 ? profile : Prompt + profile;
                PromptCharacters += text.Length;
                break;
        }
    }

    private void Note(AIContent content)
    {
        switch (content)
        {
            case FunctionCallContent or FunctionResultContent:
                HasToolCalls = true;
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

    private void Attach(string mediaType)
    {
        Attachments++;
        Requires |= mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? ModelCapabilities.Vision
            : mediaType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) ? ModelCapabilities.Audio
            : ModelCapabilities.Files;
    }
}
