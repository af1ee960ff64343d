using System.Runtime.CompilerServices;
using System.Text;
using LanguageRouter.Decisions;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Records;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Review.Text;

/// <summary>Keeps prompts and answers of the tenants that opted in, redacted, around the router. The router's own records never hold text.</summary>
internal sealed class TextRecordingChatClient(IChatClient innerClient, RecordStoreSink sink, RecordStoreOptions options, ITextRedactor redactor, TimeProvider time)
    : DelegatingChatClient(innerClient)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var response = await base.GetResponseAsync(list, options, cancellationToken).ConfigureAwait(false);
        Keep(response.GetRoutingDecision(), list, response.Text);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        RoutingDecision? decision = null;
        StringBuilder? answer = null;
        await foreach (var update in base.GetStreamingResponseAsync(list, options, cancellationToken).ConfigureAwait(false))
        {
            decision ??= update.GetRoutingDecision();
            if (decision is not null && OptedIn(decision))
            {
                (answer ??= new StringBuilder()).Append(update.Text);
            }

            yield return update;
        }

        Keep(decision, list, answer?.ToString());
    }

    private bool OptedIn(RoutingDecision decision) => options.KeepTextOf.Contains(decision.Tenant);

    private void Keep(RoutingDecision? decision, IReadOnlyList<ChatMessage> messages, string? answer)
    {
        if (decision is null || !OptedIn(decision))
        {
            return;
        }

#pragma warning disable CA1031 // A pattern that takes too long, or an own redactor that throws, must not break the answer: the text is not kept.
        try
        {
            var prompt = messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";
            sink.Write(new StoredText(decision.Id, time.GetUtcNow(), redactor.Redact(prompt), answer is null ? null : redactor.Redact(answer)));
        }
        catch (Exception)
        {
            sink.Status.Drop(1);
        }
#pragma warning restore CA1031
    }
}
