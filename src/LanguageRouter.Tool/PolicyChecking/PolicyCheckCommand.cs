using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Checks a configuration: prints every mistake with its path and fix, or the policies that it holds.</summary>
internal sealed class PolicyCheckCommand(Terminal terminal)
{
    public required string Config { get; init; }

    public bool Json { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var result = ConfigurationFile.Check(Config);
        if (Json)
        {
            await terminal.Output.WriteAsync(JsonOutput.Document(writer => PolicyJson.Write(writer, result)), cancellationToken).ConfigureAwait(false);
            await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var writer = terminal.OutputText();
            await using (writer.ConfigureAwait(false))
            {
                Print(result, new Tables(writer, terminal.OutputIsInteractive, terminal.Width));
            }
        }

        return result.Mistakes.Count == 0 ? ExitCodes.Done : ExitCodes.Mistakes;
    }

    private void Print(CheckedConfiguration result, Tables tables)
    {
        var (configuration, mistakes, _) = result;
        if (configuration is null)
        {
            tables.Heading($"{Config} has {Figures.Count(mistakes.Count)} mistake{(mistakes.Count == 1 ? "" : "s")}:");
            foreach (var mistake in mistakes)
            {
                tables.Line($"  {mistake}");
            }

            return;
        }

        tables.Heading($"{Config} is good.");
        tables.Table(
            ["tenant", "version", "mode", "default route", "allowed routes"],
            PolicyNotes.Policies(configuration).Select(pair => (IReadOnlyList<string>)[
                pair.Tenant ?? "(defaults)", pair.Policy.Version, Names.Of(pair.Policy.Mode), pair.Policy.DefaultRoute.Name, string.Join(", ", pair.Policy.AllowedRoutes)]));
        foreach (var note in PolicyNotes.Of(result))
        {
            tables.Line($"  Note: {note}");
        }
    }
}
