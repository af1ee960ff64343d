using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Tool.Input;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Says in words what differs between two configurations, and which requests would go elsewhere.</summary>
internal sealed class PolicyDiffCommand(Terminal terminal)
{
    private const int TenantsShown = 8;

    public required string Before { get; init; }

    public required string After { get; init; }

    public string? Input { get; init; }

    /// <summary>The only tenant to decide for; null for the defaults and one tenant of every group that differs.</summary>
    public string? Tenant { get; init; }

    public InputFields Fields { get; init; } = new();

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = new RoutingDecider(ConfigurationFile.Load(Before));
        var after = new RoutingDecider(ConfigurationFile.Load(After));
        if (Tenant is { } tenant)
        {
            ConfigurationFile.WarnOfUnknownTenant(after.Configuration, tenant, terminal.Error);
        }

        var differences = PolicyDifferences.Between(before.Configuration, after.Configuration);
        var (moves, exitCode) = await MoveAsync(before, after, Tenants(differences, after.Configuration), cancellationToken).ConfigureAwait(false);
        if (Json)
        {
            await terminal.Output.WriteAsync(JsonOutput.Document(writer => PolicyJson.Write(writer, differences, moves)), cancellationToken).ConfigureAwait(false);
            await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            return exitCode;
        }

        var writer = terminal.OutputText();
        await using (writer.ConfigureAwait(false))
        {
            Print(differences, moves, new Tables(writer, terminal.OutputIsInteractive, terminal.Width));
        }

        return exitCode;
    }

    // One tenant stands for all whose differences are the same; where only the catalog differs, every policy may decide otherwise.
    private List<string> Tenants(PolicyDifferences differences, RoutingConfiguration after) =>
        Tenant is { } tenant ? [tenant]
        : differences.Catalog.Count > 0 ? ["", .. after.Tenants.DistinctBy(name => after.PolicyOf(name).Version, StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [.. differences.Groups.Select(group => group.Tenants[0] == "(defaults)" ? "" : group.Tenants[0])];

    private async Task<(RequestMoves Moves, int ExitCode)> MoveAsync(RoutingDecider before, RoutingDecider after, List<string> tenants, CancellationToken cancellationToken)
    {
        var moves = new RequestMoves();
        if (Input is null)
        {
            foreach (var messages in TypicalRequests.All)
            {
                foreach (var tenant in tenants)
                {
                    moves.Add(tenant, before.Decide(messages, tenant: tenant), after.Decide(messages, tenant: tenant));
                }
            }

            return (moves, ExitCodes.Done);
        }

        var job = new LineJob(terminal) { Input = Input, Output = null, Fields = Fields, Quiet = Quiet };
        var counts = await job.RunAsync(
            prompt => tenants.ConvertAll(tenant => new Pair(tenant, before.Decide(prompt.Messages, prompt.Options, tenant), after.Decide(prompt.Messages, prompt.Options, tenant))),
            (_, _) => { },
            pairs => pairs.ForEach(pair => moves.Add(pair.Tenant, pair.Before, pair.After)),
            cancellationToken).ConfigureAwait(false);
        return (moves, counts.ExitCode);
    }

    private void Print(PolicyDifferences differences, RequestMoves moves, Tables tables)
    {
        if (differences.Catalog.Count == 0 && differences.Groups.Count == 0)
        {
            tables.Heading("The two configurations decide alike.");
            return;
        }

        if (differences.Catalog.Count > 0)
        {
            tables.Heading("Models and routes:");
            Lines(differences.Catalog);
        }

        foreach (var group in differences.Groups)
        {
            var more = group.Tenants.Count - TenantsShown;
            tables.Heading($"{string.Join(", ", group.Tenants.Take(TenantsShown))}{(more > 0 ? $" and {Figures.Count(more)} more" : "")}:");
            Lines(group.Sentences);
        }

        var requests = Input is null ? "typical requests" : $"requests of {Input}";
        tables.Heading($"{Figures.Count(moves.Moved)} of {Figures.Count(moves.Requests)} {requests} go elsewhere:");
        tables.Table(
            [">count", "tenant", "requests", "from", "to", "because"],
            moves.Groups.Select(move => (IReadOnlyList<string>)[Figures.Count(move.Count), move.Tenant.Length == 0 ? "(defaults)" : move.Tenant, move.What, move.From, move.To, move.Because]));

        void Lines(IReadOnlyList<string> sentences)
        {
            foreach (var sentence in sentences)
            {
                tables.Line($"  {sentence}");
            }
        }
    }

    private sealed record Pair(string Tenant, RoutingDecision Before, RoutingDecision After);
}
