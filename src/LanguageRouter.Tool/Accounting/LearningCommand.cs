using System.Globalization;
using LanguageRouter.Learning;
using LanguageRouter.Review.Learning;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Tool.Reporting;
using LanguageRouter.Tool.Reviewing;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Shows, exports and resets what was learnt.</summary>
internal sealed class LearningCommand(Terminal terminal, LearntSource source)
{
    public string? Tenant { get; init; }

    public async Task<int> ShowAsync(bool json, CancellationToken cancellationToken)
    {
        var (quality, usage) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var writer = terminal.OutputText();
        if (json)
        {
            await writer.WriteLineAsync(quality.Export()).ConfigureAwait(false);
        }
        else
        {
            var tables = new Tables(writer, terminal.OutputIsInteractive, terminal.Width);
            tables.Table(["tenant", "route", "against", "task", "language", ">observations", ">mean points", "as of"], Cells(quality));
            if (usage.Tenants.Count > 0)
            {
                tables.Table(["tenant", "model", "language", "of", ">observations", ">error", ">without learning"], Errors(usage));
            }
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    /// <summary>Writes the state of one of the learners as it is kept.</summary>
    public async Task<int> ExportAsync(string output, bool ofUsage, CancellationToken cancellationToken)
    {
        var (quality, usage) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var text = ofUsage ? await LearntStates.WriteUsageAsync(usage, cancellationToken).ConfigureAwait(false) : quality.Tenants.Count == 0 ? null : quality.Export();
        if (text is null)
        {
            throw new ToolException($"{source.Place} holds nothing learnt of {(ofUsage ? "usage" : "quality")}{(Tenant is null ? "" : $" for tenant '{Tenant}'")}. Fix: let the application learn first, or leave --tenant out.");
        }

        var stream = OutputFile.Create(output, terminal);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(Terminal.Utf8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Done;
    }

    public async Task<int> ResetAsync(CancellationToken cancellationToken)
    {
        var (quality, usage) = await source.ReadAsync(cancellationToken).ConfigureAwait(false);
        var tenants = quality.Tenants.Union(usage.Tenants, StringComparer.Ordinal).ToArray();
        var forgotten = tenants.Where(known => Tenant is null || known == Tenant).ToArray();
        foreach (var known in forgotten)
        {
            quality.Reset(known);
            usage.Reset(known);
        }

        if (Tenant is not null && forgotten.Length == 0)
        {
            throw new ToolException($"{source.Place} has nothing of tenant '{Tenant}'; it has: {string.Join(", ", tenants.Order(StringComparer.Ordinal).DefaultIfEmpty("none"))}.");
        }

        await source.WriteAsync(quality, usage, cancellationToken).ConfigureAwait(false);
        await terminal.Error.WriteLineAsync($"Forgot what was learnt of {forgotten.Length.ToString(CultureInfo.InvariantCulture)} tenants.").ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private async Task<(QualityLearner Quality, UsageLearning Usage)> ReadAsync(CancellationToken cancellationToken)
    {
        var (quality, usage) = await source.ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var other in quality.Tenants.Union(usage.Tenants, StringComparer.Ordinal).Where(other => Tenant is not null && other != Tenant))
        {
            quality.Reset(other);
            usage.Reset(other);
        }

        return (quality, usage);
    }

    private static IEnumerable<IReadOnlyList<string>> Cells(QualityLearner learner) => learner.Tenants.Order(StringComparer.Ordinal).SelectMany(name => learner.Of(name)!.Cells
        .OrderBy(cell => cell.Key.Route, StringComparer.Ordinal).ThenBy(cell => cell.Key.Against, StringComparer.Ordinal).ThenBy(cell => cell.Key.Task).ThenBy(cell => cell.Key.Language, StringComparer.Ordinal)
        .Select(cell => (IReadOnlyList<string>)
        [
            TenantName(name), cell.Key.Route, cell.Key.Against.Length == 0 ? "own score" : cell.Key.Against, Names.Of(cell.Key.Task), cell.Key.Language,
            cell.Value.Weight.ToString("0.0", CultureInfo.InvariantCulture), cell.Value.Mean.ToString("0.0", CultureInfo.InvariantCulture), cell.Value.AsOf.ToString("u", CultureInfo.InvariantCulture),
        ]));

    private static IEnumerable<IReadOnlyList<string>> Errors(UsageLearning usage) => usage.Tenants.Order(StringComparer.Ordinal).SelectMany(name => usage.ErrorsOf(name)
        .Select(error => (IReadOnlyList<string>)
        [
            TenantName(name), error.Model, error.Language, error.Call is { } call ? $"input, {Names.Of(call.Path)}, {Names.Of(call.Leg)}" : error.Task is { } task ? $"answer, {Names.Of(task)}" : "answer",
            Figures.Count(error.Observations), error.Error.ToString("P1", CultureInfo.InvariantCulture), error.UncorrectedError.ToString("P1", CultureInfo.InvariantCulture),
        ]));

    private static string TenantName(string name) => name.Length == 0 ? "(none)" : name;
}
