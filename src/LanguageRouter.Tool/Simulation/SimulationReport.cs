using LanguageRouter.Policies;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.Simulation;

/// <summary>Prints a simulation's summary for people.</summary>
internal sealed class SimulationReport(SimulationSummary summary, LineCounts counts)
{
    public void Print(Tables tables)
    {
        tables.Heading($"{Figures.Count(counts.Done)} requests decided{(counts.Unread > 0 ? $", {Figures.Count(counts.Unread)} lines not read" : "")}");
        tables.Pairs([
            ("policy", $"version {summary.Policy.Version}{(summary.Tenant.Length > 0 ? $", tenant {summary.Tenant}" : "")}, mode {Names.Of(summary.Policy.Mode)}"),
            ("languages", Join(summary.Languages)),
            ("tasks", Join(summary.Tasks)),
            ("reasons", Join(summary.Reasons)),
        ]);
        tables.Line();
        PrintRoutes(tables);
        PrintStrategies(tables);
        PrintTokens(tables);
    }

    private static string Join(Counter counter) => string.Join(", ", counter.Counts.Select(pair => $"{pair.Key} {Figures.Count(pair.Value)}"));

    private void PrintRoutes(Tables tables)
    {
        tables.Heading("Routes");
        tables.Table(
            ["route", "kind", ">chosen", ">cost of these", ">excluded", "because of"],
            summary.Routes.Select(tally => (IReadOnlyList<string>)[
                tally.Route.Name + (tally.Route.IsHypothetical ? " (hypothetical)" : ""),
                Names.Of(tally.Route.Kind),
                Figures.Count(tally.Chosen),
                Cost(tally.ChosenCost),
                Figures.Count(tally.Exclusions.Total),
                Join(tally.Exclusions),
            ]));
    }

    private void PrintStrategies(Tables tables)
    {
        tables.Heading("Cost of all requests");
        tables.Table(
            ["way of choosing", ">likely", ">low", ">high", ">against default", ">quality points", ">unmeasured", ">against the rules"],
            Strategies().Select(strategy => (IReadOnlyList<string>)[
                strategy.Name + (ReferenceEquals(strategy, summary.Default) ? " (default)" : ""),
                Cost(strategy.Cost),
                strategy.Cost.IsComplete ? Figures.Usd(strategy.Cost.Known.LowUsd) : "",
                strategy.Cost.IsComplete ? Figures.Usd(strategy.Cost.Known.HighUsd) : "",
                strategy.CostAgainst(summary.Default) is { } ratio ? Figures.Percent(ratio) : Figures.Unknown,
                strategy.MeanPoints is { } points ? Figures.Points(points) : Figures.Unknown,
                Figures.Count(strategy.Unmeasured),
                Figures.Count(strategy.Excluded),
            ]));
        tables.Line("  Nothing was sent: costs rest on predicted answers, quality on priors and configured figures (points of 100 against the default route).");
        tables.Line("  An always-row bills every request on its route, also those that the rules keep from it.");
        foreach (var because in Strategies().Select(strategy => strategy.Cost.UnknownBecause).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            tables.Line($"  Unknown: {because}.");
        }

        tables.Line();
    }

    public IEnumerable<Strategy> Strategies() =>
        [summary.Decided, .. summary.Policy.Mode == RoutingMode.Observe ? [summary.Sent] : Array.Empty<Strategy>(), summary.Cheapest, .. summary.Routes.Select(tally => tally.Always)];

    private void PrintTokens(Tables tables)
    {
        tables.Heading("Tokens of the requests");
        tables.Table(
            ["tokenizer", ">exact", ">estimated", ">difference", ">low", ">high", ">requests outside"],
            summary.Tokens.Select(tally => (IReadOnlyList<string>)[
                tally.Tokenizer,
                Figures.Count(tally.Exact),
                Figures.Count(tally.Likely),
                tally.Exact == 0 ? "" : Figures.Percent((double)tally.Likely / tally.Exact - 1),
                Figures.Count(tally.Low),
                Figures.Count(tally.High),
                Figures.Count(tally.OutsideBounds),
            ]));
    }

    // A sum with unknown parts is no sum: it says how much of it is known.
    private static string Cost(CostTally cost) =>
        cost.IsComplete ? Figures.Usd(cost.Known.LikelyUsd) : $"{Figures.Unknown} for {Figures.Count(cost.UnknownCount)} of {Figures.Count(cost.KnownCount + cost.UnknownCount)}";
}
