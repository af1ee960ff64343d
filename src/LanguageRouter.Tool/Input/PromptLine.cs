using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Input;

/// <summary>The request that one input line holds.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Messages">Its messages.</param>
/// <param name="Options">What the request body says beside its messages; null where it says nothing that decides.</param>
internal sealed record PromptLine(PromptId Id, IReadOnlyList<ChatMessage> Messages, ChatOptions? Options);
