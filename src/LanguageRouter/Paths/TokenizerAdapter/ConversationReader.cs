using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Turns chat messages into the turns of a template, and refuses what a prompt of token ids cannot carry.</summary>
internal static class ConversationReader
{
    /// <exception cref="TokenizerAdapterException">A message holds something other than text, or the options ask for tools.</exception>
    public static List<ConversationTurn> Read(IEnumerable<ChatMessage> messages, ChatOptions? options, ITokenEncoder encoder, ChatTemplate template)
    {
        if (options?.Tools is { Count: > 0 })
        {
            throw NotSupported("tools");
        }

        if (options?.ConversationId is not null)
        {
            throw NotSupported("a conversation that the provider keeps (ConversationId)");
        }

        var instructions = new List<string>();
        if (!string.IsNullOrEmpty(options?.Instructions))
        {
            instructions.Add(options.Instructions);
        }

        var turns = new List<ConversationTurn>();
        foreach (var message in messages)
        {
            var text = Text(message);
            if (message.Role == ChatRole.System || message.Role.Value == "developer")
            {
                instructions.Add(text);
            }
            else if (message.Role == ChatRole.User)
            {
                turns.Add(new ConversationTurn(TurnRole.User, text));
            }
            else if (message.Role == ChatRole.Assistant)
            {
                turns.Add(new ConversationTurn(TurnRole.Assistant, text, KnownIds(message, text, encoder, template)));
            }
            else
            {
                throw NotSupported($"messages of the role '{message.Role.Value}'");
            }
        }

        // Forms have one system message, at the start: all of them are joined there.
        if (instructions.Count > 0)
        {
            turns.Insert(0, new ConversationTurn(TurnRole.System, string.Join("\n\n", instructions)));
        }

        return turns.Exists(turn => turn.Role == TurnRole.User) ? turns : throw NotSupported("a conversation without a message of the user");
    }

    private static string Text(ChatMessage message)
    {
        foreach (var content in message.Contents)
        {
            if (content is not (TextContent or TextReasoningContent or UsageContent))
            {
                throw NotSupported(content.GetType().Name);
            }
        }

        return message.Text;
    }

    // The ids of an answer stand in for its text only where they are the ids of that very text.
    private static IReadOnlyList<int>? KnownIds(ChatMessage message, string text, ITokenEncoder encoder, ChatTemplate template)
    {
        if (message.GetAnswerIds() is not { Count: > 0 } ids || ids.Any(id => id < 0 || id >= encoder.VocabularySize || encoder.IsControl(id)))
        {
            return null;
        }

        return TokenTextDecoder.Decode(encoder, [.. ids], template.BlankBeforeAnswer ? TextPosition.Start : TextPosition.Continuation) == text ? ids : null;
    }

    private static TokenizerAdapterException NotSupported(string what) =>
        new(TokenizerAdapterFailure.NotSupported, $"The tokenizer-adapter path does not carry {what}. Route such requests elsewhere.");
}
