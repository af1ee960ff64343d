using System.Text.Json.Nodes;

namespace LanguageRouter.OpenAI.Tests.Testing;

/// <summary>What arrived on the wire.</summary>
internal sealed record ReceivedRequest(string Target, IReadOnlyDictionary<string, string> Headers, JsonObject Body)
{
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the caller went away before the answer was whole.</summary>
    public Task Aborted => _aborted.Task;

    public bool Streams => (bool?)Body["stream"] == true;

    public string? Model => (string?)Body["model"];

    public void MarkAborted() => _aborted.TrySetResult();
}
