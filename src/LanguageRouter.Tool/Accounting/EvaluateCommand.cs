using System.Globalization;
using System.Text.Json;
using LanguageRouter.Review.Evaluation;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Evaluates the choice between the routes of outcome tables, pair by pair.</summary>
internal sealed class EvaluateCommand(Terminal terminal)
{
    public required OutcomeInput Input { get; init; }

    public IReadOnlyList<string> Routes { get; init; } = [];

    public IReadOnlyList<string> Prices { get; init; } = [];

    public string? Plot { get; init; }

    public bool Json { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var rows = Input.ReadOutcomes(terminal);
        var routes = Routes.Count > 0 ? [.. Routes] : rows.Select(row => row.Route).Distinct(StringComparer.Ordinal).ToArray();
        if (routes.Length < 2)
        {
            throw new ToolException("There is one route, and nothing to choose. Fix: name two with --route, or give a table with two.");
        }

        var prices = ParsePrices();
        var texts = await Input.ReadPromptsAsync(terminal, cancellationToken).ConfigureAwait(false);
        var wording = texts.Count > 0 ? new WordingLearner(rows, texts) : null;
        var results = new List<ChoiceResult>();
        for (var i = 0; i < routes.Length; i++)
        {
            for (var k = i + 1; k < routes.Length; k++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Evaluate(rows, [routes[i], routes[k]], prices, texts, wording, results);
            }
        }

        await PrintAsync(results, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static void Evaluate(IReadOnlyList<OutcomeRow> rows, string[] pair, Dictionary<string, (double In, double Out)> prices, Dictionary<string, string> texts, WordingLearner? wording, List<ChoiceResult> results)
    {
        OutcomeTable table;
        try
        {
            table = OutcomeTable.Of(
                texts.Count == 0 ? rows : [.. rows.Where(row => texts.ContainsKey(row.Prompt))],
                pair,
                row => prices.TryGetValue(row.Route, out var price) && row.OutputTokens is { } output ? (InputTokens(texts, row.Prompt) * price.In + output * price.Out) / 1_000_000 : null);
        }
        catch (FormatException exception)
        {
            throw new ToolException(exception.Message, exception);
        }

        foreach (var route in pair.Where(route => table.Cost(route).Any(double.IsNaN)))
        {
            throw new ToolException($"Route '{route}' has outcomes without a cost. Fix: give --price {route}=INPUT/OUTPUT in USD per million tokens.");
        }

        // Without texts there is one kind for all prompts, and the better single is all that can be learnt.
        string[] known = [.. table.Prompts.Select(prompt => texts.GetValueOrDefault(prompt, ""))];
        var evaluation = new ChoiceEvaluation(table);
        results.Add(evaluation.Run(pair[0], pair[1], new TaskKindGain([.. known.Select(text => RoutingDecider.ReadSignals([new ChatMessage(ChatRole.User, text)]).Task.ToString())])));
        if (wording is not null)
        {
            results.Add(evaluation.Run(pair[0], pair[1], wording));
        }
    }

    private static double InputTokens(Dictionary<string, string> texts, string prompt) =>
        texts.TryGetValue(prompt, out var text) ? RoutingDecider.ReadSignals([new ChatMessage(ChatRole.User, text)]).EstimateTokens("o200k_base").Likely : 0;

    private async Task PrintAsync(List<ChoiceResult> results, CancellationToken cancellationToken)
    {
        var writer = terminal.OutputText();
        if (Json)
        {
            await writer.WriteAsync(Terminal.Utf8.GetString(JsonOutput.Document(json => Write(json, results)).Span)).ConfigureAwait(false);
        }
        else
        {
            foreach (var line in ChoiceReport.Markdown(results))
            {
                await writer.WriteLineAsync(line).ConfigureAwait(false);
            }
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (results.Exists(result => !result.IsCrossJudged))
        {
            await terminal.Error.WriteLineAsync("There is one judge: what is learnt from it is scored by it, and all figures are flattering. Fix: give a second judge's table.").ConfigureAwait(false);
        }

        if (Plot is { } plot)
        {
            await File.WriteAllTextAsync(plot, CurvePlot.Draw([.. results.GroupBy(result => (result.Cheap, result.Dear))]), cancellationToken).ConfigureAwait(false);
        }
    }

    private Dictionary<string, (double In, double Out)> ParsePrices()
    {
        var prices = new Dictionary<string, (double In, double Out)>(StringComparer.Ordinal);
        foreach (var price in Prices)
        {
            var at = price.LastIndexOf('=');
            var amounts = at < 0 ? [] : price[(at + 1)..].Split('/');
            if (amounts.Length != 2 || !double.TryParse(amounts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var input) || !double.TryParse(amounts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var output))
            {
                throw new ToolException($"'{price}' is no price. Fix: write --price name=input/output, such as --price llama=0.23/0.40.");
            }

            prices[price[..at]] = (input, output);
        }

        return prices;
    }

    private static void Write(Utf8JsonWriter json, List<ChoiceResult> results)
    {
        json.WriteStartArray("pairs");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("cheap", result.Cheap);
            json.WriteString("dear", result.Dear);
            json.WriteString("learner", result.Learner);
            json.WriteNumber("prompts", result.Prompts);
            json.WriteBoolean("crossJudged", result.IsCrossJudged);
            json.WriteNumber("cheapQuality", result.CheapQuality);
            json.WriteNumber("dearQuality", result.DearQuality);
            json.WriteNumber("quality", result.Quality);
            VerdictJson.Write(json, "gain", result.Gain);
            json.WriteNumber("oracleGain", result.OracleGain);
            json.WriteNumber("regret", result.Regret);
            json.WriteNumber("cheapCostUsd", result.CheapCost);
            json.WriteNumber("dearCostUsd", result.DearCost);
            json.WriteNumber("costUsd", result.Cost);
            VerdictJson.Write(json, "aboveLine", result.AboveLine);
            json.WriteNumber("aiq", result.Aiq);
            json.WriteNumber("arena", result.Arena);
            Write(json, "apgr", double.IsNaN(result.Apgr) ? null : result.Apgr);
            Write(json, "cpt50", result.Cpt(0.5));
            Write(json, "cpt80", result.Cpt(0.8));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
