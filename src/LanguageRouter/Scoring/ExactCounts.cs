using LanguageRouter.Signals;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Scoring;

/// <summary>Counts a request's texts exactly, where their bounds do not settle a decision.</summary>
internal static class ExactCounts
{
    /// <summary>The longest request that is counted, in characters (UTF-16): what untrusted text may cost is bounded.</summary>
    public const int MaxCharacters = 200_000;

    /// <summary>Replaces the estimates of what is written already by exact counts; null where the request is too long or a tokenizer has no counter.</summary>
    public static RequestVolumes? Of(IReadOnlyList<ChatMessage> messages, ChatOptions? options, RequestSignals signals, in VolumeView estimated, TokenCounters counters)
    {
        if (signals.Characters > MaxCharacters)
        {
            return null;
        }

        var exact = estimated.ByTokenizer.ToArray();
        for (var i = 0; i < exact.Length; i++)
        {
            if (!counters.TryGet(exact[i].Key, out var counter))
            {
                return null;
            }

            var visitor = new Visitor(counter);
            RequestTexts.Visit(messages, options, ref visitor);
            exact[i] = new(exact[i].Key, exact[i].Value with
            {
                System = TokenInterval.Exact(visitor.System),
                History = TokenInterval.Exact(visitor.History),
                Prompt = TokenInterval.Exact(visitor.Prompt),
            });
        }

        return estimated.Keep(exact);
    }

    /// <summary>Counts all texts of a request, however long it is.</summary>
    public static int Total(IReadOnlyList<ChatMessage> messages, ChatOptions? options, ITokenCounter counter)
    {
        var visitor = new Visitor(counter);
        RequestTexts.Visit(messages, options, ref visitor);
        return visitor.System + visitor.History + visitor.Prompt;
    }

    private struct Visitor(ITokenCounter counter) : ITextVisitor
    {
        public int System;
        public int History;
        public int Prompt;

        public void Visit(RequestPart part, string text)
        {
            var tokens = counter.Count(text);
            switch (part)
            {
                case RequestPart.System:
                    System += tokens;
                    break;
                case RequestPart.History:
                    History += tokens;
                    break;
                default:
                    Prompt += tokens;
                    break;
            }
        }
    }
}
