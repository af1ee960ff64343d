using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>Asks for a stream and reads it up to its first output.</summary>
/// <remarks>
/// Endpoints open their streams with an update that only names the role, long before the model's first token or its failure: such updates
/// commit to nothing and are held back.
/// </remarks>
internal sealed class StreamedAnswerCall : AnswerCall<StreamedStart>
{
    public static StreamedAnswerCall Instance { get; } = new();

    public override async Task<StreamedStart> StartAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions options, AttemptScope attempt)
    {
        attempt.Clock?.WaitForFirst();
        var updates = client.GetStreamingResponseAsync(messages, options, attempt.Token).GetAsyncEnumerator(attempt.Token);
        List<ChatResponseUpdate>? silent = null;
        var begun = false;
        try
        {
            while (await updates.MoveNextAsync().ConfigureAwait(false))
            {
                var update = updates.Current;
                attempt.Observe(update);
                if (update.FinishReason is not null || !IsSilent(update.Contents))
                {
                    attempt.Begin();
                    begun = true;
                    return new StreamedStart(updates, silent);
                }

                (silent ??= []).Add(update);
            }
        }
        finally
        {
            if (!begun)
            {
                await updates.DisposeAsync().ConfigureAwait(false);
            }
        }

        throw new HttpIOException(HttpRequestError.ResponseEnded, $"Route '{attempt.Route.Name}': the stream ended before it said anything.");
    }

    public override async ValueTask DiscardAsync(StreamedStart answer, AttemptScope attempt)
    {
        attempt.Supersede([]);
        await answer.Updates.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Whether contents say nothing to the reader: no text, or the usage alone.</summary>
    public static bool IsSilent(IList<AIContent> contents)
    {
        foreach (var content in contents)
        {
            if (content is not (TextContent { Text: "" or null } or UsageContent))
            {
                return false;
            }
        }

        return true;
    }
}
