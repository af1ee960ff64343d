using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LanguageRouter.Paths.Translation.Structure;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation.History;

/// <summary>Translates the prose in arguments of tool calls, where a policy says which it is: for the tool on the way out, for the model on the way in.</summary>
internal sealed class ToolCallTranslator(VerifiedTranslator translator, ShadowStore shadows)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a policy calls an argument of the call prose.</summary>
    public static bool HasText(RequestPlan plan, AIContent content) =>
        content is FunctionCallContent call && call.Arguments is { Count: > 0 } && plan.ToolText.TryGetValue(call.Name, out var text) && text.Arguments.Count > 0;

    /// <summary>Makes the call that the tool gets; what the model itself wrote is remembered.</summary>
    public async Task<AIContent> ForToolAsync(RequestPlan plan, TranslationJob job, AIContent content, CancellationToken cancellationToken)
    {
        if (!HasText(plan, content))
        {
            return content;
        }

        var call = (FunctionCallContent)content;
        var (given, selector) = Read(plan, call);
        var translated = await JsonTranslation.TranslateAsync(translator, job, given, selector, cancellationToken).ConfigureAwait(false);
        shadows.Keep(plan.AnswerKey(translated), given);
        return With(call, translated);
    }

    /// <summary>Makes the call of an earlier turn that the model reads: its own words where they are remembered.</summary>
    public async Task<AIContent> ForModelAsync(RequestPlan plan, AIContent content, CancellationToken cancellationToken)
    {
        if (!HasText(plan, content))
        {
            return content;
        }

        var call = (FunctionCallContent)content;
        var (given, selector) = Read(plan, call);
        var own = shadows.Find(plan.AnswerKey(given));
        if (own is null)
        {
            var key = plan.InboundKey(translator.Profile, ofConversation: true, context: "arguments", given);
            own = await shadows.GetAsync(key, ct => JsonTranslation.TranslateAsync(translator, plan.InboundJob(null), given, selector, ct), cancellationToken).ConfigureAwait(false);
        }

        return With(call, own);
    }

    // The named arguments alone: texts, and JSON that holds texts. Other arguments may be any object and stay.
    private static (string Json, NamedTextSelector Selector) Read(RequestPlan plan, FunctionCallContent call)
    {
        var names = plan.ToolText[call.Name].Arguments;
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            foreach (var (name, value) in call.Arguments!.Where(a => names.Contains(a.Key)))
            {
                switch (value)
                {
                    case string text:
                        json.WriteString(name, text);
                        break;
                    case JsonElement element:
                        json.WritePropertyName(name);
                        element.WriteTo(json);
                        break;
                }
            }

            json.WriteEndObject();
        }

        return (Encoding.UTF8.GetString(buffer.WrittenSpan), new NamedTextSelector(names));
    }

    private static FunctionCallContent With(FunctionCallContent call, string translated)
    {
        using var json = JsonDocument.Parse(translated);
        var arguments = new Dictionary<string, object?>(call.Arguments!, StringComparer.Ordinal);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            arguments[member.Name] = arguments[member.Name] is string ? member.Value.GetString() : member.Value.Clone();
        }

        return new FunctionCallContent(call.CallId, call.Name, arguments) { AdditionalProperties = call.AdditionalProperties, Exception = call.Exception };
    }
}
