using System.Collections.Concurrent;

namespace LanguageRouter.Review.Feedback;

/// <summary>Remembers the latest finished requests: feedback and shadow runs often come before their record is committed.</summary>
internal sealed class RecentDecisions(int capacity = RecentDecisions.DefaultCapacity)
{
    public const int DefaultCapacity = 4_096;

    private readonly ConcurrentDictionary<Guid, AnsweredDecision> _decisions = new();
    private readonly ConcurrentQueue<Guid> _order = new();

    public void Add(AnsweredDecision decision)
    {
        if (!_decisions.TryAdd(decision.Id, decision))
        {
            return;
        }

        _order.Enqueue(decision.Id);
        while (_order.Count > capacity && _order.TryDequeue(out var oldest))
        {
            _decisions.TryRemove(oldest, out _);
        }
    }

    public AnsweredDecision? Find(Guid id) => _decisions.GetValueOrDefault(id);
}
