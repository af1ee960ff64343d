using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace HelloRouter;

/// <summary>Stands in for a model where there is no key: it has no knowledge, and every answer says what it is.</summary>
internal sealed partial class StandInModel(string model) : IChatClient
{
    private const string EnglishAnswer = "This is a stand-in answer.";
    private const string JapaneseAnswer = "これは代役の回答です。";

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var prompt = messages.Last().Text;
        var answer = Segments(prompt) is { } segments ? Translate(segments) : Letters().IsMatch(prompt) ? JapaneseAnswer : EnglishAnswer;
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer))
        {
            ModelId = $"stand-in for {model}",
            FinishReason = ChatFinishReason.Stop,
        });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    // A request to translate is a JSON object with numbered segments. The stand-in keeps digits and placeholders, and knows one sentence.
    private static string Translate(JsonArray segments) => new JsonObject
    {
        ["segments"] = new JsonArray([.. segments.Select(segment => new JsonObject
        {
            ["id"] = segment!["id"]!.DeepClone(),
            ["text"] = Translate(segment["text"]!.GetValue<string>()),
        })]),
    }.ToJsonString();

    private static string Translate(string text)
    {
        if (text.Contains(EnglishAnswer, StringComparison.Ordinal))
        {
            return text.Replace(EnglishAnswer, JapaneseAnswer, StringComparison.Ordinal);
        }

        var kept = string.Join(" and ", Kept().Matches(text).Select(match => match.Value));
        return $"This sentence stands for the translation of one of about that length{(kept.Length > 0 ? $", with {kept}" : "")}.";
    }

    private static JsonArray? Segments(string prompt)
    {
        try
        {
            return prompt.StartsWith('{') ? JsonNode.Parse(prompt)?["segments"] as JsonArray : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+|⟦\d+⟧")]
    private static partial Regex Kept();

    [GeneratedRegex(@"[\u3041-\u30ff\u4e00-\u9fff]")]
    private static partial Regex Letters();
}
