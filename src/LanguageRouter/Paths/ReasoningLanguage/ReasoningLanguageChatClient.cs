using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.ReasoningLanguage;

/// <summary>Asks the inner model to reason in one language and to answer in the user's.</summary>
/// <remarks>
/// Safe for concurrent use. It adds an instruction and changes nothing else: no translation, no other model. The same gpt-3.5 solved
/// 69.2 % of Japanese word problems when asked to solve them in English, against 52.8 % in Japanese (Qin et al.).
/// </remarks>
public sealed class ReasoningLanguageChatClient : DelegatingChatClient
{
    private readonly string _language;

    /// <summary>Initializes a new instance of the <see cref="ReasoningLanguageChatClient"/> class.</summary>
    /// <param name="innerClient">The client of the answering model.</param>
    /// <param name="language">The BCP 47 tag of the language to reason in, such as <c>en</c>.</param>
    public ReasoningLanguageChatClient(IChatClient innerClient, string language) : base(innerClient)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        _language = language;
    }

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, WithInstruction(options), cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, WithInstruction(options), cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    private ChatOptions WithInstruction(ChatOptions? options)
    {
        var answer = options.RoutingValue(RoutingProperties.AnswerLanguage) is { } tag and not Signals.DetectedLanguage.Undetermined
            ? $"the language with the BCP 47 tag \"{tag}\""
            : "the language of the user's last message, unless that message asks for another one";
        var instruction = $"Work through the task in the language with the BCP 47 tag \"{_language}\", without showing that work. Write only the final answer, in {answer}.";
        var changed = options?.Clone() ?? new ChatOptions();
        changed.Instructions = string.IsNullOrEmpty(changed.Instructions) ? instruction : $"{changed.Instructions}\n\n{instruction}";
        changed.AdditionalProperties?.Remove(RoutingProperties.AnswerLanguage);
        return changed;
    }
}
