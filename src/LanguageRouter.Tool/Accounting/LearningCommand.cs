using System.Globalization;
using LanguageRouter.Learning;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Shows and resets an exported state of what was learnt.</summary>
internal static class LearningCommand
{
    public static async Task<int> ShowAsync(Terminal terminal, string state, string? tenant, bool json, CancellationToken cancellationToken)
    {
        var learner = await LoadAsync(state, cancellationToken).ConfigureAwait(false);
        if (tenant is not null)
        {
            foreach (var other in learner.Tenants.Where(other => other != tenant).ToArray())
            {
                learner.Reset(other);
            }
        }

        var writer = terminal.OutputText();
        if (json)
        {
            await writer.WriteLineAsync(learner.Export()).ConfigureAwait(false);
        }
        else
        {
            new Tables(writer, terminal.OutputIsInteractive, terminal.Width).Table(
                ["tenant", "route", "against", "task", "language", ">observations", ">mean points", "as of"],
                learner.Tenants.Order(StringComparer.Ordinal).SelectMany(name => learner.Of(name)!.Cells
                    .OrderBy(cell => cell.Key.Route, StringComparer.Ordinal).ThenBy(cell => cell.Key.Against, StringComparer.Ordinal).ThenBy(cell => cell.Key.Task).ThenBy(cell => cell.Key.Language, StringComparer.Ordinal)
                    .Select(cell => (IReadOnlyList<string>)
                    [
                        name.Length == 0 ? "(none)" : name, cell.Key.Route, cell.Key.Against.Length == 0 ? "own score" : cell.Key.Against, Names.Of(cell.Key.Task), cell.Key.Language,
                        cell.Value.Weight.ToString("0.0", CultureInfo.InvariantCulture), cell.Value.Mean.ToString("0.0", CultureInfo.InvariantCulture), cell.Value.AsOf.ToString("u", CultureInfo.InvariantCulture),
                    ])));
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    public static async Task<int> ResetAsync(Terminal terminal, string state, string? tenant, CancellationToken cancellationToken)
    {
        var learner = await LoadAsync(state, cancellationToken).ConfigureAwait(false);
        var forgotten = learner.Tenants.Where(known => tenant is null || known == tenant).ToArray();
        foreach (var known in forgotten)
        {
            learner.Reset(known);
        }

        if (tenant is not null && forgotten.Length == 0)
        {
            throw new ToolException($"{state} has nothing of tenant '{tenant}'; it has: {string.Join(", ", learner.Tenants.Order(StringComparer.Ordinal).DefaultIfEmpty("none"))}.");
        }

        // Written beside and moved: a file that cannot be written whole stays what it was.
        var beside = state + ".new";
        await File.WriteAllTextAsync(beside, learner.Export(), cancellationToken).ConfigureAwait(false);
        File.Move(beside, state, overwrite: true);
        await terminal.Error.WriteLineAsync($"Forgot what was learnt of {forgotten.Length.ToString(CultureInfo.InvariantCulture)} tenants.").ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static async Task<QualityLearner> LoadAsync(string state, CancellationToken cancellationToken)
    {
        var learner = new QualityLearner();
        try
        {
            learner.Import(await File.ReadAllTextAsync(state, cancellationToken).ConfigureAwait(false));
            return learner;
        }
        catch (FormatException exception)
        {
            throw new ToolException($"{state}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The state '{state}' cannot be read: {exception.Message} Fix: give the file that QualityLearner.Export was written to.", exception);
        }
    }
}
