using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>One form of asking a route: for the whole answer, or for a stream up to its first output.</summary>
internal abstract class AnswerCall<TAnswer>
{
    /// <summary>Asks; returns once there is output to commit to.</summary>
    public abstract Task<TAnswer> StartAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions options, AttemptScope attempt);

    /// <summary>Ends an attempt that came to its output after another one had, and lets go of the answer.</summary>
    public abstract ValueTask DiscardAsync(TAnswer answer, AttemptScope attempt);
}
