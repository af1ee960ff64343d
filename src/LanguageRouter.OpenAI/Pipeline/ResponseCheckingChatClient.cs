using System.Runtime.CompilerServices;
using System.Text.Json;
using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Errors;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using StreamingChatCompletionUpdate = OpenAI.Chat.StreamingChatCompletionUpdate;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Turns what the SDK takes for a good answer, and is none, into an error.</summary>
/// <remarks>
/// Inside a stream with status 200 an endpoint reports errors as <c>data: {"error": …}</c> (vLLM, llama.cpp, OpenRouter, OpenAI itself); the
/// SDK passes them on as empty updates. A stream that ends without a finish reason was cut: by a proxy, or by an endpoint that fell over.
/// </remarks>
internal sealed class ResponseCheckingChatClient(IChatClient innerClient, Model model) : DelegatingChatClient(innerClient)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw Unreadable(exception);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var finished = false;
        var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = updates.ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (Exception exception) when (IsUnreadable(exception))
            {
                throw Unreadable(exception);
            }

            var update = updates.Current;
            if (update.RawRepresentation is StreamingChatCompletionUpdate raw && raw.Patch.Contains("$.error"u8))
            {
                throw new EndpointErrorException(ProviderError.FromError(raw.Patch.GetJson("$.error"u8)), $"Model '{model.Name}': the endpoint reported an error inside its stream.");
            }

            finished |= update.FinishReason is not null;
            yield return update;
        }

        if (!finished && model.SendsFinishReason)
        {
            throw new EndpointErrorException(RouteErrorClass.Connection, $"Model '{model.Name}': the stream ended without a finish reason, so the answer is not whole.");
        }
    }

    // What the SDK throws on a body that is not the protocol's: a page of a proxy, an error object under status 200, an unknown finish reason.
    private static bool IsUnreadable(Exception exception) => exception is JsonException or ArgumentOutOfRangeException;

    private EndpointErrorException Unreadable(Exception exception) =>
        new(RouteErrorClass.Server, $"Model '{model.Name}': the endpoint's answer does not follow the protocol ({exception.GetType().Name}).", exception);
}
