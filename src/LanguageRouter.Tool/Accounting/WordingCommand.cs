using System.Globalization;
using LanguageRouter.Learning;
using LanguageRouter.Review.Evaluation;
using LanguageRouter.Tool.Reviewing;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Learns the quality of models by wording from outcome tables, and writes the file that decisions read.</summary>
internal sealed class WordingCommand(Terminal terminal)
{
    public required OutcomeInput Input { get; init; }

    public required IReadOnlyList<string> Models { get; init; }

    public required IReadOnlyList<string> Without { get; init; }

    public required string? Judge { get; init; }

    public required string Output { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        KeyValuePair<string, string>[] models = [.. Models.Select(Parse)];
        if (models.DistinctBy(model => model.Key, StringComparer.Ordinal).Count() is var names && (names < 2 || names < models.Length))
        {
            throw new ToolException($"--model names {string.Join(", ", models.Select(model => model.Key))}. Fix: name two models or more, each once.");
        }

        var rows = Input.ReadOutcomes(terminal);
        rows.RemoveAll(row => Without.Contains(row.Route));
        var texts = await Input.ReadPromptsAsync(terminal, cancellationToken).ConfigureAwait(false);
        if (texts.Count == 0)
        {
            throw new ToolException($"'{Input.Prompts}' has no prompts. Fix: give the file whose prompts the tables judge.");
        }

        WordingFile learnt;
        try
        {
            learnt = WordingTraining.Learn(rows, texts, models, JudgeOf(rows));
        }
        catch (FormatException exception)
        {
            throw new ToolException(exception.Message, exception);
        }

        var stream = OutputFile.Create(Output, terminal);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(Terminal.Utf8.GetBytes(learnt.Write()), cancellationToken).ConfigureAwait(false);
        }

        await ReportAsync(learnt, texts.Count).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private string JudgeOf(List<OutcomeRow> rows)
    {
        string[] judges = [.. rows.Select(row => row.Judge).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Judge is { } judge && judges.Contains(judge) ? judge
            : Judge is null && judges.Length == 1 ? judges[0]
            : throw new ToolException($"{(Judge is null ? "The tables have several judges" : $"No table is judged by '{Judge}'")}. Fix: name one with --judge: {string.Join(", ", judges.DefaultIfEmpty("(the tables are empty)"))}.");
    }

    private async Task ReportAsync(WordingFile learnt, int prompts)
    {
        var error = terminal.Error;
        await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Learnt from {learnt.Prompts} of {prompts} prompts (language {learnt.Language}) and {learnt.Pooled} routes, judged by {learnt.Judge}.")).ConfigureAwait(false);
        foreach (var gain in learnt.Gains)
        {
            await error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{gain.One} or {gain.Other}: {gain.Estimate:+0.0;-0.0;0.0} points over the better of them on prompts left out [95 %: {gain.Low:+0.0;-0.0;0.0} to {gain.High:+0.0;-0.0;0.0}], scored by {gain.ScoredBy}{(gain.ScoredBy == learnt.Judge ? " itself: flattering" : "")}{(gain.Low > 0 ? "" : "; a gain is not shown")}.")).ConfigureAwait(false);
        }
    }

    private static KeyValuePair<string, string> Parse(string model)
    {
        var at = model.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new(model, model) : new(model[..at], model[(at + 1)..]);
    }
}
