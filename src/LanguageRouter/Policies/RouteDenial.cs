using System.Collections.Frozen;
using LanguageRouter.Routes;
using LanguageRouter.Signals;

namespace LanguageRouter.Policies;

/// <summary>Represents routes that are denied to some requests; <see langword="null"/> matches all.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class RouteDenial
{
    /// <summary>Gets the names of the denied routes.</summary>
    public FrozenSet<string>? Routes { get; init; }

    /// <summary>Gets the denied paths.</summary>
    public FrozenSet<RouteKind>? Kinds { get; init; }

    /// <summary>Gets the task kinds of the requests.</summary>
    public FrozenSet<TaskKind>? Tasks { get; init; }

    /// <summary>Gets the BCP 47 tags of the requests' languages.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Tells whether a route is denied to a request.</summary>
    /// <param name="route">The route.</param>
    /// <param name="signals">The request's signals.</param>
    /// <returns><see langword="true"/> where everything that is stated matches.</returns>
    public bool Matches(Route route, RequestSignals signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        return Matches(route, signals.Task, signals.Language.Tag);
    }

    /// <summary>Tells whether a route is denied to a request of which only task kind and language are known.</summary>
    /// <param name="route">The route.</param>
    /// <param name="task">The task kind.</param>
    /// <param name="language">The BCP 47 tag of the language.</param>
    /// <returns><see langword="true"/> where everything that is stated matches.</returns>
    public bool Matches(Route route, TaskKind task, string language)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(language);
        return (Routes is null || Routes.Contains(route.Name))
            && (Kinds is null || Kinds.Contains(route.Kind))
            && (Tasks is null || Tasks.Contains(task))
            && (Languages is null || MatchesLanguage(language));
    }

    /// <summary>Describes the denial in the words of the configuration.</summary>
    /// <returns>For instance <c>kinds translated, tasks rewriting</c>.</returns>
    public override string ToString()
    {
        var parts = new List<string>(4);
        Add("routes", Routes?.Order(StringComparer.Ordinal));
        Add("kinds", Kinds?.Order().Select(KebabNames<RouteKind>.Of));
        Add("tasks", Tasks?.Order().Select(KebabNames<TaskKind>.Of));
        Add("languages", Languages);
        return string.Join(", ", parts);

        void Add(string name, IEnumerable<string>? values)
        {
            if (values is not null)
            {
                parts.Add($"{name} {string.Join(" ", values)}");
            }
        }
    }

    private bool MatchesLanguage(string tag)
    {
        foreach (var language in Languages!)
        {
            if (LanguageTag.Matches(tag, language))
            {
                return true;
            }
        }

        return false;
    }
}
