using LanguageRouter.Decisions;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Sums up which requests would go elsewhere under another configuration, by language, task kind and reason.</summary>
internal sealed class RequestMoves
{
    private readonly Dictionary<(string Tenant, string What, string From, string To, string Because), int> _groups = [];

    public int Requests { get; private set; }

    public int Moved { get; private set; }

    public IEnumerable<Group> Groups => _groups
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key)
        .Select(pair => new Group(pair.Key.Tenant, pair.Key.What, pair.Value, pair.Key.From, pair.Key.To, pair.Key.Because));

    public void Add(string tenant, RoutingDecision before, RoutingDecision after)
    {
        Requests++;
        if (before.Target.Name == after.Target.Name)
        {
            return;
        }

        Moved++;
        var signals = after.Signals;
        var length = signals.Characters switch { < 100 => "short", < 1_000 => "of some hundred characters", _ => "long" };
        var key = (tenant, $"{signals.Language.Tag} {Names.Of(signals.Task)}, {length}", before.Target.Name, after.Target.Name, Because(before, after));
        _groups[key] = _groups.GetValueOrDefault(key) + 1;
    }

    // Why the old route lost: it is out, or another one has the better total.
    private static string Because(RoutingDecision before, RoutingDecision after) =>
        after.ScoreOf(before.Target.Name) is not { } old ? $"route '{before.Target.Name}' is gone"
        : old.Exclusion is { } exclusion ? $"'{before.Target.Name}' is out: {ReasonTexts.Of(exclusion.Code) ?? exclusion.Code}"
        : before.ScoreOf(after.Target.Name)?.Exclusion is { } lifted ? $"'{after.Target.Name}' is no longer out: {ReasonTexts.Of(lifted.Code) ?? lifted.Code}"
        : before.Mode != after.Mode ? $"the mode is {Names.Of(after.Mode)}"
        : string.Join(", ", after.Reasons.Select(reason => ReasonTexts.Of(reason) ?? reason));

    /// <summary>Requests of one kind that move in the same way for the same reason.</summary>
    internal sealed record Group(string Tenant, string What, int Count, string From, string To, string Because);
}
