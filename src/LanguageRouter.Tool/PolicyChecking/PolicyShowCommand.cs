using LanguageRouter.Policies;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Prints the settings in force for a tenant, and what they come from.</summary>
internal sealed class PolicyShowCommand(Terminal terminal)
{
    public required string Config { get; init; }

    public string Tenant { get; init; } = "";

    public bool Json { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var configuration = ConfigurationFile.Load(Config);
        ConfigurationFile.WarnOfUnknownTenant(configuration, Tenant, terminal.Error);
        var policy = configuration.PolicyOf(Tenant);
        if (Json)
        {
            await terminal.Output.WriteAsync(JsonOutput.Document(writer => PolicyJson.Write(writer, Tenant, policy)), cancellationToken).ConfigureAwait(false);
            await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            return ExitCodes.Done;
        }

        var writer = terminal.OutputText();
        await using (writer.ConfigureAwait(false))
        {
            Print(policy, new Tables(writer, terminal.OutputIsInteractive, terminal.Width));
        }

        return ExitCodes.Done;
    }

    private static void Print(RoutingPolicy policy, Tables tables)
    {
        tables.Heading($"{string.Join(" <- ", policy.Chain)}, version {policy.Version}");
        tables.Pairs(policy.Describe().Select(pair => (pair.Key, pair.Value)));
    }
}
