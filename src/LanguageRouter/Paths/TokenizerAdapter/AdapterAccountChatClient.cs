using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Keeps the account of an adapter that is reached in text, where the server's own tokenizer does the work.</summary>
internal sealed class AdapterAccountChatClient(IChatClient client, ITokenCounter own, ITokenCounter reference, TimeProvider time) : DelegatingChatClient(client)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        var texts = Texts(messages, options);
        var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        response.SetPathLegs([Leg(texts, response.Text, options?.ModelId, response.ModelId, response.Usage, started)]);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        var texts = Texts(messages, options);
        var answer = new StringBuilder();
        UsageDetails? usage = null;
        ChatResponseUpdate? last = null;
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            last = update;
            answer.Append(update.Text);
            foreach (var content in update.Contents)
            {
                if (content is UsageContent { Details: var details })
                {
                    (usage ??= new UsageDetails()).Add(details);
                }
            }

            yield return update;
        }

        if (last is not null)
        {
            var end = new ChatResponseUpdate(last.Role, []) { MessageId = last.MessageId, ResponseId = last.ResponseId, CreatedAt = last.CreatedAt, ModelId = last.ModelId };
            end.SetPathLegs([Leg(texts, answer.ToString(), options?.ModelId, last.ModelId, usage, started)]);
            yield return end;
        }
    }

    // The messages are counted once the answer is there: nothing waits for it.
    private static string[] Texts(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        Debug.Assert(messages is IReadOnlyCollection<ChatMessage>, "The router passes a list: it is read twice.");
        return [options?.Instructions ?? string.Empty, .. messages.Select(message => message.Text)];
    }

    private PathLeg Leg(string[] texts, string answer, string? adapter, string? modelId, UsageDetails? usage, long started) => new()
    {
        Kind = LegKind.Answer,
        ModelId = modelId,
        Usage = usage,
        Duration = time.GetElapsedTime(started),
        Account = new AdapterAccount
        {
            Adapter = adapter ?? modelId ?? string.Empty,
            Tokenizer = own.Name,
            PromptTokens = (int?)usage?.InputTokenCount,
            MessageTokens = texts.Sum(text => own.Count(text)),
            AnswerTokens = own.Count(answer),
            BaseTokenizer = reference.Name,
            BaseMessageTokens = texts.Sum(text => reference.Count(text)),
            BaseAnswerTokens = reference.Count(answer),
        },
    };
}
