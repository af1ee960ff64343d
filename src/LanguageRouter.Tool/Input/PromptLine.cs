using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Input;

/// <summary>The request that one input line holds.</summary>
internal sealed record PromptLine(PromptId Id, IReadOnlyList<ChatMessage> Messages);
