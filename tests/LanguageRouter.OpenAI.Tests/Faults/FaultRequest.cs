using System.Text.Json.Nodes;

namespace LanguageRouter.OpenAI.Tests.Faults;

/// <summary>A request as it arrived at the fault server.</summary>
internal sealed record FaultRequest(string Path, string? Authorization, JsonNode Body)
{
    public string Model => (string?)Body["model"] ?? "";

    public bool Streams => (bool?)Body["stream"] == true;

    /// <summary>The last message's text: a server that echoes it is a fault too.</summary>
    public string Prompt => Body["messages"] is JsonArray { Count: > 0 } messages ? (string?)messages[^1]!["content"] ?? "" : "";
}
