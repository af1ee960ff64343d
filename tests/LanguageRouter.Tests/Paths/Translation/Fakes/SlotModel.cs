using System.Text.Json;
using System.Text.Json.Nodes;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Paths.Translation.Fakes;

/// <summary>A model that translates the slots it is given by the rules of <see cref="PseudoTranslator"/>, for tests of the whole router.</summary>
internal static class SlotModel
{
    /// <summary>Makes the model.</summary>
    /// <param name="translate">Gives the translation of a segment and its target language; null for a segment that is left out.</param>
    public static TestChatClient Create(Func<string, string, string?>? translate = null) => new()
    {
        OnResponse = (messages, options, _) =>
        {
            using var request = JsonDocument.Parse(messages.Last().Text);
            var target = request.RootElement.GetProperty("to").GetString() == "English" ? "en" : "ja";
            var slots = new JsonArray();
            foreach (var segment in request.RootElement.GetProperty("segments").EnumerateArray())
            {
                var text = segment.GetProperty("text").GetString()!;
                if ((translate ?? PseudoTranslator.Translate)(text, target) is { } translated)
                {
                    slots.Add(new JsonObject { ["id"] = segment.GetProperty("id").GetInt32(), ["text"] = translated });
                }
            }

            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, new JsonObject { ["segments"] = slots }.ToJsonString()))
            {
                ModelId = options?.ModelId,
                Usage = new UsageDetails { InputTokenCount = 300, OutputTokenCount = 20 },
            });
        },
    };

    /// <summary>Reads the request of the n-th call.</summary>
    public static JsonElement Request(this TestChatClient model, int call) => JsonDocument.Parse(model.Requests[call].Messages[^1].Text).RootElement;
}
