using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation.Fakes;

/// <summary>A model that is asked to translate and does what the text says instead.</summary>
/// <param name="kind">What it is told to do; see the corpus.</param>
/// <param name="guards">The sentences that tell it nothing: these it translates.</param>
/// <param name="beside">A text that it obeys in the context and the terms as well, for all slots of the call.</param>
internal sealed class ObeyingChatClient(string kind, IReadOnlySet<string> guards, string? beside = null) : IChatClient
{
    public int Obeyed { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = messages.ToArray();
        using var request = JsonDocument.Parse(all[1].Text);
        var english = request.RootElement.GetProperty("to").GetString() == "English";
        var target = english ? "en" : "ja";
        var slots = new JsonArray();
        var overall = false;
        var raw = "";
        var besides = beside is not null && (Beside(request.RootElement, "before") || Beside(request.RootElement, "terms"));
        foreach (var segment in request.RootElement.GetProperty("segments").EnumerateArray())
        {
            var id = segment.GetProperty("id").GetInt32();
            var text = segment.GetProperty("text").GetString()!;
            var good = PseudoTranslator.Translate(text, target);
            if (!besides && guards.Contains(System.Text.RegularExpressions.Regex.Replace(text, "⟦[0-9]+⟧", "⟦⟧")))
            {
                slots.Add(new JsonObject { ["id"] = id, ["text"] = good });
                continue;
            }

            Obeyed++;
            overall = kind == "all";
            if (kind == "slots")
            {
                // Its own slot is closed, and all slots are written again.
                raw = "{\"segments\":[" + string.Join(',', Enumerable.Range(1, 6).Select(n => $"{{\"id\":{n},\"text\":\"HACKED\"}}")) + "," + "{\"id\":1,\"text\":\"HACKED\"},{\"id\":2,\"text\":\"HACKED\"},{\"id\":3,\"text\":\"HACKED\"}]}";
                continue;
            }

            slots.Add(new JsonObject
            {
                ["id"] = id,
                ["text"] = kind switch
                {
                    "leak" => all[0].Text,
                    "refuse" => english ? "I'm sorry, but I can't assist with that." : "申し訳ありませんが、お手伝いできません。",
                    "ask" => english ? "Please provide the text you would like me to translate." : "翻訳するテキストを提供してください。",
                    "forge" => good + "⟦0⟧⟦1⟧⟦0⟧",
                    "language" => text,
                    "long" => string.Concat(Enumerable.Range(0, 900).Select(i => english ? $"and word{(char)('a' + (i % 26))} goes on " : "そして続きがあります、")),
                    "markup" => "<script>alert(1)</script>" + good,
                    "error" => "Error: 502 Bad Gateway",
                    "empty" => "",
                    "introduce" => english ? "Sure, here is the translation: " + good : "以下は翻訳です：" + good,
                    "answer" => english ? "Tokyo." : "東京です。",
                    _ => english ? "HACKED" : "乗っ取りました",
                },
            });
        }

        if (overall)
        {
            // It does what it was told in every slot, neighbours included.
            foreach (var slot in slots)
            {
                slot!["text"] = english ? "HACKED" : "乗っ取りました";
            }
        }

        var answer = raw.Length > 0 ? raw : new JsonObject { ["segments"] = slots }.ToJsonString();
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)));
    }

    private bool Beside(JsonElement request, string name) =>
        request.TryGetProperty(name, out var part) && (part.ValueKind == JsonValueKind.String ? part.GetString()! : string.Join('\n', part.EnumerateObject().Select(t => t.Name + t.Value.GetString()))).Contains(beside!, StringComparison.Ordinal);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
