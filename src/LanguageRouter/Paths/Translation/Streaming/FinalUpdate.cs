using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation.Streaming;

/// <summary>Makes the updates that the reader gets from those of the model.</summary>
internal sealed class FinalUpdate(LegLog legs)
{
    private ChatResponseUpdate _last = new() { Role = ChatRole.Assistant };
    private ChatFinishReason? _finish;

    public void Observe(ChatResponseUpdate update)
    {
        _last = update;
        _finish = update.FinishReason ?? _finish;
    }

    /// <summary>Notes that a stop sequence ended the answer.</summary>
    public void Stop() => _finish = ChatFinishReason.Stop;

    /// <summary>Makes the last update: finish reason, the usage of all legs, the legs.</summary>
    public ChatResponseUpdate Update(IList<AIContent> contents)
    {
        var last = Like(_last, contents);
        if (contents.Count == 0)
        {
            last.FinishReason = _finish;
            if (legs.TotalUsage() is { } usage)
            {
                last.Contents.Add(new UsageContent(usage));
            }

            last.SetPathLegs(legs.ToList());
        }

        return last;
    }

    /// <summary>Makes an update with other content and the same identity.</summary>
    public static ChatResponseUpdate Like(ChatResponseUpdate origin, IList<AIContent> contents) => new(origin.Role ?? ChatRole.Assistant, contents)
    {
        AuthorName = origin.AuthorName,
        ConversationId = origin.ConversationId,
        CreatedAt = origin.CreatedAt,
        MessageId = origin.MessageId,
        ModelId = origin.ModelId,
        ResponseId = origin.ResponseId,
    };
}
