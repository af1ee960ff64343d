using Microsoft.Extensions.AI;

namespace LanguageRouter.Signals;

/// <summary>Reads the signals of a request in one pass over its messages.</summary>
/// <remarks>Pure and safe for concurrent use.</remarks>
internal static class RequestSignalsReader
{
    public static RequestSignals Read(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var lastUser = LastUserMessage(messages);
        var sizes = RequestSizes.Of(messages, lastUser, options);
        var prompt = lastUser < messages.Count ? messages[lastUser].Text : "";
        var language = Placeholder(prompt);
        return new RequestSignals
        {
            Language = language,
            Languages = [],
            AnswerLanguage = language.Tag,
            Characters = sizes.Characters,
            PromptCharacters = sizes.PromptCharacters,
            Turns = sizes.Turns,
            Tools = options?.Tools?.Count ?? 0,
            HasToolCalls = sizes.HasToolCalls,
            ResponseFormat = options?.ResponseFormat switch
            {
                ChatResponseFormatJson { Schema: not null } => ResponseFormat.JsonSchema,
                ChatResponseFormatJson => ResponseFormat.Json,
                _ => ResponseFormat.Text,
            },
            Attachments = sizes.Attachments,
            Requires = sizes.Requires,
            MaxOutputTokens = options?.MaxOutputTokens,
            System = sizes.System,
            History = sizes.History,
            Prompt = sizes.Prompt,
        };
    }

    private static DetectedLanguage Placeholder(string prompt) =>
        prompt.Any(c => c is >= 'ぁ' and <= 'ヿ') ? new("ja", 0.9) : prompt.Any(char.IsAsciiLetter) ? new("en", 0.5) : new("und", 0);

    private static int LastUserMessage(IReadOnlyList<ChatMessage> messages)
    {
        for (var i = messages.Count - 1; i >= 0; i--)
        {
            if (messages[i].Role == ChatRole.User)
            {
                return i;
            }
        }

        return 0;
    }
}
