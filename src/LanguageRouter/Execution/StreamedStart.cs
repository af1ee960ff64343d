using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>A stream that has come to its first output.</summary>
/// <param name="Updates">The stream; its current update is the first that says something.</param>
/// <param name="Silent">The updates before it, which said nothing; null where there were none.</param>
internal sealed record StreamedStart(IAsyncEnumerator<ChatResponseUpdate> Updates, List<ChatResponseUpdate>? Silent);
