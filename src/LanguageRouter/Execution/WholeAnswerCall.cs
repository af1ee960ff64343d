using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>Asks for the whole answer.</summary>
internal sealed class WholeAnswerCall : AnswerCall<ChatResponse>
{
    public static WholeAnswerCall Instance { get; } = new();

    public override async Task<ChatResponse> StartAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions options, AttemptScope attempt)
    {
        attempt.Clock?.WaitForWhole();
        var response = await client.GetResponseAsync(messages, options, attempt.Token).ConfigureAwait(false);
        return response.FinishReason is not null || HasContent(response) ? response : throw EmptyAnswer(attempt);
    }

    public override ValueTask DiscardAsync(ChatResponse answer, AttemptScope attempt)
    {
        attempt.Supersede(attempt.LegsOf(answer));
        return ValueTask.CompletedTask;
    }

    private static bool HasContent(ChatResponse response)
    {
        foreach (var message in response.Messages)
        {
            if (!StreamedAnswerCall.IsSilent(message.Contents))
            {
                return true;
            }
        }

        return false;
    }

    private static HttpIOException EmptyAnswer(AttemptScope attempt) =>
        new(HttpRequestError.InvalidResponse, $"Route '{attempt.Route.Name}': the answer has neither content nor a finish reason.");
}
