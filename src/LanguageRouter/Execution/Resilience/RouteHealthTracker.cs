using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Telemetry;

namespace LanguageRouter.Execution.Resilience;

/// <summary>Holds the guards of all routes, by name: a reload that does not touch a route leaves what is known of it.</summary>
internal sealed class RouteHealthTracker : IRouteAvailability, IRouteHealth
{
    private readonly ConcurrentDictionary<string, RouteGuard> _guards = new(StringComparer.Ordinal);
    private readonly RouteHealthLog _log;
    private readonly TimeProvider _time;
    private volatile string[] _names = [];

    public RouteHealthTracker(RouteHealthLog log, RoutingTelemetry telemetry, TimeProvider time)
    {
        _log = log;
        _time = time;
        telemetry.ObserveRouteStates(States);
    }

    public RouteGuard GuardOf(Route route) =>
        _guards.TryGetValue(route.Name, out var guard) && (ReferenceEquals(guard.Settings, route.Resilience) || guard.Settings == route.Resilience)
            ? guard
            : _guards.AddOrUpdate(route.Name, static (_, state) => state.Tracker.Create(state.Route), static (_, known, state) => known.Settings == state.Route.Resilience ? known : state.Tracker.Create(state.Route), (Tracker: this, Route: route));

    /// <summary>Takes over a configuration: routes that are gone are forgotten.</summary>
    public void Use(RouteCatalog catalog)
    {
        string[] names = [.. catalog.Routes.Where(route => !route.IsHypothetical).Select(route => route.Name)];
        foreach (var route in catalog.Routes.Where(route => !route.IsHypothetical))
        {
            GuardOf(route);
        }

        foreach (var name in _guards.Keys.Except(names, StringComparer.Ordinal))
        {
            _guards.TryRemove(name, out _);
        }

        _names = names;
    }

    // Asked for every route before every decision: a route that nobody has tried has no guard, and is in.
    public Exclusion? Check(Route route, string tenant) => _guards.TryGetValue(route.Name, out var guard) ? guard.Check() : null;

    public IReadOnlyList<RouteHealth> GetAll() => [.. _names.Select(Find).OfType<RouteHealth>()];

    public RouteHealth? Find(string route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return _guards.TryGetValue(route, out var guard) ? guard.Read() : null;
    }

    private RouteGuard Create(Route route) => new(route.Name, route.Resilience, _log, _time);

    private IEnumerable<Measurement<int>> States() =>
        _names.Where(_guards.ContainsKey).Select(name => new Measurement<int>((int)_guards[name].ReadState(), new KeyValuePair<string, object?>("language_router.route", name)));
}
