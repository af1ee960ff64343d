using System.Text.Json;
using LanguageRouter.Paths.Translation.Structure;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation.History;

/// <summary>Translates the prose in results of tools, where a policy says which it is.</summary>
internal sealed class ToolResultTranslator(VerifiedTranslator translator, ShadowStore shadows)
{
    /// <summary>Translates the results in one message; those without a policy, and the call's arguments, stay.</summary>
    public async Task TranslateAsync(RequestPlan plan, IReadOnlyList<ChatMessage> messages, int index, ChatMessage[] results, CancellationToken cancellationToken)
    {
        var message = messages[index];
        List<AIContent>? contents = null;
        for (var i = 0; i < message.Contents.Count; i++)
        {
            if (message.Contents[i] is not FunctionResultContent result || NameOf(messages, result.CallId) is not { } name || !plan.ToolText.TryGetValue(name, out var prose) || prose.Results.Count == 0)
            {
                continue;
            }

            var element = result.Result as JsonElement?;
            var given = element is { ValueKind: JsonValueKind.String } text ? text.GetString() : element?.GetRawText() ?? result.Result as string;
            if (given is null || await TranslateAsync(plan, given, prose.Results, cancellationToken).ConfigureAwait(false) is not { } translated)
            {
                continue;
            }

            contents ??= [.. message.Contents];
            contents[i] = new FunctionResultContent(result.CallId, translated) { AdditionalProperties = result.AdditionalProperties };
        }

        if (contents is not null)
        {
            results[index] = message.Clone();
            results[index].Contents = contents;
        }
    }

    private async Task<string?> TranslateAsync(RequestPlan plan, string given, IReadOnlySet<string> fields, CancellationToken cancellationToken)
    {
        var selector = new NamedTextSelector(fields);
        var json = JsonTextValues.TryRead(given, selector) is not null;
        if (!json && !fields.Contains("*"))
        {
            return null;
        }

        var key = plan.InboundKey(translator.Profile, ofConversation: true, context: json ? "json" : null, given);
        return await shadows.GetAsync(
            key,
            ct => json ? JsonTranslation.TranslateAsync(translator, plan.InboundJob(null), given, selector, ct) : TextTranslation.TranslateAsync(translator, plan.InboundJob(null), given, ct),
            cancellationToken).ConfigureAwait(false);
    }

    private static string? NameOf(IReadOnlyList<ChatMessage> messages, string callId) =>
        messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().FirstOrDefault(c => c.CallId == callId)?.Name;
}
