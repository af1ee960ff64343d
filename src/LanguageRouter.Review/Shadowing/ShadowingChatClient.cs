using System.Runtime.CompilerServices;
using System.Text;
using LanguageRouter.Decisions;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Review.Shadowing;

/// <summary>Draws answered requests for shadow runs, around the router: the records hold no text, and a shadow needs it.</summary>
internal sealed class ShadowingChatClient(IChatClient innerClient, ShadowRuns runs) : DelegatingChatClient(innerClient)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var response = await base.GetResponseAsync(list, options, cancellationToken).ConfigureAwait(false);
        if (response.GetRoutingDecision() is { } decision && runs.Draws(decision.Tenant))
        {
            runs.Offer(decision, [.. list], options, response.Text);
        }

        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        RoutingDecision? drawn = null;
        var seen = false;
        StringBuilder? answer = null;
        await foreach (var update in base.GetStreamingResponseAsync(list, options, cancellationToken).ConfigureAwait(false))
        {
            if (!seen && update.GetRoutingDecision() is { } decision)
            {
                (seen, drawn) = (true, runs.Draws(decision.Tenant) ? decision : null);
            }

            if (drawn is not null)
            {
                (answer ??= new StringBuilder()).Append(update.Text);
            }

            yield return update;
        }

        if (drawn is not null && answer is not null)
        {
            runs.Offer(drawn, [.. list], options, answer.ToString());
        }
    }
}
