using LanguageRouter.Execution;
using LanguageRouter.Records;
using LanguageRouter.Review.Records;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Review.Feedback;

/// <summary>What feedback and comparisons need to know of a finished request.</summary>
internal sealed record AnsweredDecision(Guid Id, string Tenant, string Policy, string Language, TaskKind Task, string Route, CostInterval Cost, TimeSpan Duration)
{
    /// <summary>Takes it from a record; null where no route answered.</summary>
    public static AnsweredDecision? Of(RoutingRecord record)
    {
        var decision = record.Decision;
        return record.Attempts.LastOrDefault(attempt => attempt.Outcome == AttemptOutcome.Succeeded) is { } attempt
            ? new(decision.Id, decision.Tenant, decision.PolicyVersion, decision.Signals.Language.Tag, decision.Signals.Task, attempt.Route.Name, attempt.Cost, attempt.Duration)
            : null;
    }

    /// <summary>Takes it from a kept record; null where no route answered or the task kind is of a later version.</summary>
    public static AnsweredDecision? Of(StoredRecord record) =>
        record.Answered is { } route && TaskOf(record.Signals.Task) is { } task
            ? new(record.Id, record.Tenant, record.Policy, record.Signals.Language, task, route, record.Attempts[^1].Cost, record.Attempts[^1].Duration)
            : null;

    private static TaskKind? TaskOf(string name)
    {
        foreach (var task in Enum.GetValues<TaskKind>())
        {
            if (RecordNames<TaskKind>.Of(task) == name)
            {
                return task;
            }
        }

        return null;
    }
}
