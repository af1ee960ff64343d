namespace LanguageRouter.Review.Evaluation;

/// <summary>Outcomes by judge, route and prompt, over the prompts for which every asked route has every judge's score.</summary>
internal sealed class OutcomeTable
{
    private readonly Dictionary<(string Judge, string Route), double[]> _qualities;
    private readonly Dictionary<string, double[]> _costs;

    private OutcomeTable(string[] prompts, string[] routes, string[] judges, Dictionary<(string, string), double[]> qualities, Dictionary<string, double[]> costs)
    {
        Prompts = prompts;
        Routes = routes;
        Judges = judges;
        _qualities = qualities;
        _costs = costs;
    }

    public IReadOnlyList<string> Prompts { get; }

    public IReadOnlyList<string> Routes { get; }

    public IReadOnlyList<string> Judges { get; }

    /// <summary>Makes the table of some routes.</summary>
    /// <param name="rows">All outcomes.</param>
    /// <param name="routes">The routes.</param>
    /// <param name="cost">Prices an outcome whose row does not say its cost; null where it cannot.</param>
    /// <exception cref="FormatException">A route is not there, or no prompt has all scores.</exception>
    public static OutcomeTable Of(IReadOnlyCollection<OutcomeRow> rows, IReadOnlyList<string> routes, Func<OutcomeRow, double?> cost)
    {
        var judges = rows.Select(row => row.Judge).Distinct(StringComparer.Ordinal).ToArray();
        var wanted = rows.Where(row => routes.Contains(row.Route)).ToLookup(row => (row.Judge, row.Route));
        foreach (var route in routes)
        {
            if (!judges.Any(judge => wanted.Contains((judge, route))))
            {
                throw new FormatException($"The tables have no route '{route}'. Fix: name one of {string.Join(", ", rows.Select(row => row.Route).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}.");
            }
        }

        judges = [.. judges.Where(judge => routes.All(route => wanted.Contains((judge, route))))];
        if (judges.Length == 0)
        {
            throw new FormatException($"No judge scored all of {string.Join(", ", routes)}.");
        }

        var columns = judges.SelectMany(judge => routes.Select(route => wanted[(judge, route)].GroupBy(row => row.Prompt, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal))).ToArray();
        var prompts = columns[0].Keys.Where(prompt => columns.All(column => column.ContainsKey(prompt))).Order(StringComparer.Ordinal).ToArray();
        if (prompts.Length == 0)
        {
            throw new FormatException($"No prompt has scores of all of {string.Join(", ", routes)} by all of {string.Join(", ", judges)}.");
        }

        var qualities = new Dictionary<(string, string), double[]>();
        var costs = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            var (judge, route) = (judges[i / routes.Count], routes[i % routes.Count]);
            qualities[(judge, route)] = [.. prompts.Select(prompt => columns[i][prompt].Quality)];
            costs.TryAdd(route, [.. prompts.Select(prompt => columns[i][prompt].CostUsd ?? cost(columns[i][prompt]) ?? double.NaN)]);
        }

        return new OutcomeTable(prompts, [.. routes], judges, qualities, costs);
    }

    public double[] Quality(string judge, string route) => _qualities[(judge, route)];

    /// <summary>The cost of each prompt in USD; NaN where unknown.</summary>
    public double[] Cost(string route) => _costs[route];
}
