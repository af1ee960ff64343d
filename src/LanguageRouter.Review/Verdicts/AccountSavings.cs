using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Verdicts;

/// <summary>What the records of a store saved against fixed ways of choosing, and what the router itself spent on knowing it. In USD.</summary>
/// <param name="Shadows">What shadow runs and judges cost, beside what was paid for the requests; known amounts only.</param>
/// <param name="UnknownShadows">The shadow runs that, or whose judges, reported no usage.</param>
/// <param name="Attempts">What of the payment went into attempts that did not answer; it is in <see cref="Line.Paid"/> already.</param>
/// <param name="Lines">One line for each way that was a candidate.</param>
internal sealed record AccountSavings(decimal Shadows, long UnknownShadows, decimal Attempts, IReadOnlyList<AccountSavings.Line> Lines)
{
    private const decimal Nano = 0.000000001m;

    private static readonly (string Name, RollupSum First)[] Baselines =
    [
        ("the default route", RollupSum.DefaultRequests), ("always direct", RollupSum.DirectRequests), ("always translated", RollupSum.TranslatedRequests),
        ("always adapted", RollupSum.AdaptedRequests), ("always the cheapest", RollupSum.CheapestRequests), ("always the dearest", RollupSum.DearestRequests),
    ];

    /// <summary>Reads rollups; no record is read.</summary>
    public static async Task<AccountSavings> ReadAsync(IRecordStore store, RecordFilter filter, CancellationToken cancellationToken)
    {
        var (shadows, unknown, attempts) = (0m, 0L, 0m);
        var lines = new List<Line>();
        foreach (var rollup in await store.RollUpAsync(new RollupQuery { Filter = filter }, cancellationToken).ConfigureAwait(false))
        {
            shadows += rollup[RollupSum.ShadowCost] * Nano;
            unknown += rollup[RollupSum.ShadowsOfUnknownCost];
            attempts += rollup[RollupSum.OwnCost] * Nano;
            foreach (var (name, first) in Baselines)
            {
                // Behind the number of requests stand the measured cost and the low, likely and high end of what the baseline would have cost.
                if (rollup[first] is var requests and > 0)
                {
                    var paid = rollup[first + 1] * Nano;
                    lines.Add(new Line(name, requests, paid, rollup[first + 2] * Nano - paid, rollup[first + 3] * Nano - paid, rollup[first + 4] * Nano - paid));
                }
            }
        }

        return new AccountSavings(shadows, unknown, attempts, lines);
    }

    /// <summary>What was saved against one way of choosing, before shadow runs and judges.</summary>
    /// <param name="Against">The way.</param>
    /// <param name="Requests">The requests of which both costs are known.</param>
    /// <param name="Paid">What they cost, measured.</param>
    /// <param name="Low">The saving, low end; estimated.</param>
    /// <param name="Likely">The saving; estimated.</param>
    /// <param name="High">The saving, high end; estimated.</param>
    internal sealed record Line(string Against, long Requests, decimal Paid, decimal Low, decimal Likely, decimal High);
}
