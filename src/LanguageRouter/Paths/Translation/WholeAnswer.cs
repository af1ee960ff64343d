using System.Text;
using LanguageRouter.Paths.Translation.Contract;
using LanguageRouter.Paths.Translation.History;
using LanguageRouter.Paths.Translation.Structure;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>Translates an answer that is all there.</summary>
internal static class WholeAnswer
{
    /// <summary>Translates the text of a message; texts next to each other are one text, as they are when streamed.</summary>
    public static async Task<ChatMessage> TranslateAsync(VerifiedTranslator translator, RequestPlan plan, TranslationJob job, ShadowStore shadows, ToolCallTranslator calls, ChatMessage message, CancellationToken cancellationToken)
    {
        var contents = new List<AIContent>(message.Contents.Count);
        var run = new StringBuilder();
        var stop = new StopFilter(plan.StopSequences);
        foreach (var content in message.Contents)
        {
            if (content is TextContent text)
            {
                run.Append(text.Text);
                continue;
            }

            await EndRunAsync().ConfigureAwait(false);
            contents.Add(await calls.ForToolAsync(plan, job, content, cancellationToken).ConfigureAwait(false));
        }

        await EndRunAsync().ConfigureAwait(false);
        var result = message.Clone();
        result.Contents = contents;
        return result;

        async Task EndRunAsync()
        {
            if (run.Length > 0)
            {
                var original = run.ToString();
                run.Clear();
                if (stop.Stopped)
                {
                    return;
                }

                var translated = plan.Json is null
                    ? await TextTranslation.TranslateAsync(translator, job, original, cancellationToken).ConfigureAwait(false)
                    : await JsonTranslation.TranslateAsync(translator, job, original, plan.Json, cancellationToken).ConfigureAwait(false);
                translated = stop.Add(translated) + stop.End();
                if (!stop.Stopped)
                {
                    shadows.Keep(plan.AnswerKey(translated), original);
                }

                contents.Add(new TextContent(translated));
            }
        }
    }
}
