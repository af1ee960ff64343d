using LanguageRouter.Paths.Translation.Contract;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation.History;

/// <summary>Translates the messages of a request for the model; earlier turns come from memory.</summary>
internal sealed class HistoryTranslator(VerifiedTranslator translator, ShadowStore shadows, TranslationOptions options)
{
    private readonly ToolResultTranslator _results = new(translator, shadows);
    private readonly ToolCallTranslator _calls = new(translator, shadows);

    /// <summary>Makes the messages that the model reads; the given ones are not changed.</summary>
    public async Task<IReadOnlyList<ChatMessage>> TranslateAsync(RequestPlan plan, IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var result = new ChatMessage[messages.Count];
        var work = new List<Task>();
        using var limit = new SemaphoreSlim(4);
        string? before = null;
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            result[i] = message;
            if (message.Role == ChatRole.Tool && plan.ToolText.Count > 0)
            {
                work.Add(_results.TranslateAsync(plan, messages, i, result, cancellationToken));
            }

            if (!RequestPlan.IsTranslated(message) || (message.Text.Length == 0 && !message.Contents.Any(c => ToolCallTranslator.HasText(plan, c))))
            {
                continue;
            }

            var system = message.Role == ChatRole.System;
            var context = system || options.ContextCharacters == 0 ? null : Tail(before, options.ContextCharacters);
            work.Add(TranslateMessageAsync(plan, message, context, i, result, limit, cancellationToken));
            before = system || message.Text.Length == 0 ? before : message.Text;
        }

        await Task.WhenAll(work).ConfigureAwait(false);
        return result;
    }

    private async Task TranslateMessageAsync(RequestPlan plan, ChatMessage message, string? context, int index, ChatMessage[] result, SemaphoreSlim limit, CancellationToken cancellationToken)
    {
        await limit.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            List<AIContent>? contents = null;
            for (var i = 0; i < message.Contents.Count; i++)
            {
                var content = message.Contents[i];
                var translated = content is TextContent { Text.Length: > 0 } text
                    ? await TranslateTextAsync(plan, message.Role, text, context, cancellationToken).ConfigureAwait(false)
                    : await _calls.ForModelAsync(plan, content, cancellationToken).ConfigureAwait(false);
                if (!ReferenceEquals(translated, content))
                {
                    contents ??= [.. message.Contents];
                    contents[i] = translated;
                }
            }

            if (contents is not null)
            {
                result[index] = message.Clone();
                result[index].Contents = contents;
            }
        }
        finally
        {
            limit.Release();
        }
    }

    private async Task<AIContent> TranslateTextAsync(RequestPlan plan, ChatRole role, TextContent content, string? context, CancellationToken cancellationToken)
    {
        var translated = await TranslateTextAsync(plan, role, content.Text, context, cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(translated, content.Text) ? content : new TextContent(translated) { AdditionalProperties = content.AdditionalProperties };
    }

    private async Task<string> TranslateTextAsync(RequestPlan plan, ChatRole role, string text, string? context, CancellationToken cancellationToken)
    {
        if (role == ChatRole.Assistant && shadows.Find(plan.AnswerKey(text)) is { } own)
        {
            return own;
        }

        var key = plan.InboundKey(translator.Profile, role != ChatRole.System, context, text);
        var translated = await shadows.GetAsync(key, ct => TextTranslation.TranslateAsync(translator, plan.InboundJob(context), text, ct), cancellationToken).ConfigureAwait(false);
        return role == ChatRole.User && AnswerNotes.For(text, plan.UserLanguage, plan.ModelLanguage) is { Length: > 0 } note ? translated + note : translated;
    }

    private static string? Tail(string? text, int characters)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var start = Math.Max(0, text.Length - characters);
        var tail = text[start..];

        // Half a character is no text that a request can hold; it is only context here.
        foreach (var rune in tail.EnumerateRunes())
        {
            if (rune == System.Text.Rune.ReplacementChar)
            {
                return string.Concat(tail.EnumerateRunes().Where(r => r != System.Text.Rune.ReplacementChar));
            }
        }

        return tail;
    }
}
