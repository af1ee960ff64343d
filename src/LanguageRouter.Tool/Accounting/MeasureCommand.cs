using System.Globalization;
using LanguageRouter.Review.Judging;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Tool.Input;
using LanguageRouter.Tool.Reporting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Runs prompts live through routes, has the answers judged, and writes an outcome table. Prompts and answers are not kept.</summary>
internal sealed class MeasureCommand(Terminal terminal)
{
    // A judge reads the request and two answers twice and replies with a short object.
    private const int JudgeReplyTokens = 600;

    public required string Config { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    public required IReadOnlyList<string> Routes { get; init; }

    public required IReadOnlyList<string> Judges { get; init; }

    public required decimal CapUsd { get; init; }

    public InputFields Fields { get; init; } = new();

    public bool Quiet { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var services = Services();
        await using (services.ConfigureAwait(false))
        {
            var router = Resolve(services);
            var judges = FindJudges(services, router.GetService(typeof(Policies.RoutingConfiguration)) as Policies.RoutingConfiguration ?? throw new InvalidOperationException("The router has no configuration."));
            using var table = OutcomeFile.Open(Output);
            var counts = new Counts { Spent = table.SpentUsd };
            var input = FileArguments.OpenInput(Input, terminal);
            await using ((input == terminal.Input ? Stream.Null : input).ConfigureAwait(false))
            {
                await foreach (var lines in LineReader.ReadAsync(input, cancellationToken).ConfigureAwait(false))
                {
                    foreach (var line in lines)
                    {
                        if (!await MeasureAsync(line, router, judges, table, counts, cancellationToken).ConfigureAwait(false))
                        {
                            return await EndAsync(counts, table.Known, "the cap is reached; with a higher --cap the same command goes on").ConfigureAwait(false);
                        }
                    }
                }
            }

            return await EndAsync(counts, table.Known, null).ConfigureAwait(false);
        }
    }

    // False where the money does not suffice for the next prompt.
    private async Task<bool> MeasureAsync(InputLine line, LanguageRoutingChatClient router, IReadOnlyList<PairwiseJudge> judges, OutcomeFile table, Counts counts, CancellationToken cancellationToken)
    {
        PromptLine prompt;
        try
        {
            prompt = PromptLineParser.Parse(line, Fields);
        }
        catch (FormatException exception)
        {
            counts.Unread++;
            await terminal.Error.WriteLineAsync($"line {line.Number.ToString(CultureInfo.InvariantCulture)}: {exception.Message}").ConfigureAwait(false);
            return true;
        }

        if (table.Has(prompt.Id.ToString()))
        {
            return true;
        }

        // 1. What it may cost at most is known before anything is sent.
        var decision = await router.DecideAsync(prompt.Messages, prompt.Options, cancellationToken).ConfigureAwait(false);
        var most = Routes.Aggregate(CostInterval.Exact(0), (sum, route) => sum + decision.ScoreOf(route)!.Bill.Total);
        foreach (var judge in judges)
        {
            most += JudgeCost(judge.Model, decision, prompt);
        }

        if (!most.IsKnown)
        {
            throw new ToolException($"What a prompt costs is not known: {most.UnknownBecause}. Fix: configure the prices; a cap cannot hold without them.");
        }

        if (counts.Spent + most.HighUsd > CapUsd)
        {
            return false;
        }

        // 2. Every route answers, and each judge compares the others with the first.
        var answers = new List<OutcomeFile.Answer>();
        foreach (var route in Routes)
        {
            answers.Add(await AnswerAsync(router, route, prompt, cancellationToken).ConfigureAwait(false));
        }

        var rows = new List<OutcomeFile.Row>();
        foreach (var judge in judges)
        {
            rows.AddRange(await JudgeAsync(judge, prompt, answers, cancellationToken).ConfigureAwait(false));
        }

        // 3. The prompt is written whole, so that a run that is cut goes on behind it.
        counts.Measured++;
        counts.Spent += answers.Sum(answer => answer.Cost.IsKnown ? answer.Cost.LikelyUsd : decision.ScoreOf(answer.Route)!.Bill.Total.HighUsd) + rows.Sum(row => row.JudgeCostUsd);
        table.Write(prompt.Id, decision.Signals, answers, rows);
        Report(counts);
        return true;
    }

    private static async Task<OutcomeFile.Answer> AnswerAsync(LanguageRoutingChatClient router, string route, PromptLine prompt, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // A route that fails on a prompt is an outcome of its own; the other prompts are still measured.
        try
        {
            var run = await router.RunRouteAsync(route, prompt.Messages, prompt.Options, cancellationToken).ConfigureAwait(false);
            return new(route, run.Response.Text, run.Attempt.Cost, run.Attempt.Legs.LastOrDefault(leg => leg.Kind == Paths.LegKind.Answer)?.Usage?.OutputTokenCount, run.Attempt.Duration, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new(route, null, CostInterval.Unknown("the route failed"), null, TimeSpan.Zero, exception.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private static async Task<IEnumerable<OutcomeFile.Row>> JudgeAsync(PairwiseJudge judge, PromptLine prompt, List<OutcomeFile.Answer> answers, CancellationToken cancellationToken)
    {
        var request = prompt.Messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";
        var first = answers[0];
        var rows = new List<OutcomeFile.Row> { new(first.Route, judge.Model.Name, first.Text is null ? null : 0.5, 0, first.Failure) };
        foreach (var answer in answers.Skip(1))
        {
            if (first.Text is null || answer.Text is null)
            {
                rows.Add(new(answer.Route, judge.Model.Name, null, 0, answer.Failure ?? first.Failure));
                continue;
            }

            var judgement = await judge.JudgeAsync(request, answer.Text, first.Text, cancellationToken).ConfigureAwait(false);
            rows.Add(new(answer.Route, judge.Model.Name, judgement.Score, judgement.Cost.IsKnown ? judgement.Cost.LikelyUsd : 0, judgement.Failure));
        }

        return rows;
    }

    // A character is at most about one and a half tokens.
    private CostInterval JudgeCost(Model judge, Decisions.RoutingDecision decision, PromptLine prompt)
    {
        var request = Math.Min(PairwiseJudge.MostCharacters, prompt.Messages[^1].Text.Length) * 3 / 2;
        var answers = Routes.Select(route => decision.ScoreOf(route)!.Bill.Legs[^1].OutputTokens.High).ToArray();
        var read = answers.Skip(1).Sum(other => 2 * (JudgeReplyTokens + request + answers[0] + other));
        return TokenPrice.Of(judge, Tokens.TokenInterval.Exact(read), Tokens.TokenInterval.Zero, Tokens.TokenInterval.Exact(JudgeReplyTokens * (Routes.Count - 1)), 2 * judge.ReasoningTokens * (Routes.Count - 1));
    }

    private ServiceProvider Services()
    {
        var configuration = ConfigurationFile.Root(Config);
        var services = new ServiceCollection();
        services.AddLanguageRouting(configuration);
        services.AddOpenAIModelClients(configuration);
        return services.BuildServiceProvider();
    }

    private LanguageRoutingChatClient Resolve(ServiceProvider services)
    {
        LanguageRoutingChatClient router;
        try
        {
            router = services.GetRequiredService<LanguageRoutingChatClient>();
        }
        catch (OptionsValidationException exception)
        {
            throw new ToolException([.. exception.Failures.Select(failure => $"{Config}: {failure}")], exception);
        }

        var catalog = ((Policies.RoutingConfiguration)router.GetService(typeof(Policies.RoutingConfiguration))!).Catalog;
        if (Routes.Count < 2 || Routes.Distinct(StringComparer.Ordinal).Count() != Routes.Count)
        {
            throw new ToolException("Measuring compares routes. Fix: name two or more different ones with --route.");
        }

        foreach (var route in Routes.Where(route => catalog.Find(route) is not { IsHypothetical: false }))
        {
            throw new ToolException($"There is no route '{route}' that can be run. Fix: name some of {string.Join(", ", catalog.Routes.Where(known => !known.IsHypothetical).Select(known => known.Name))}.");
        }

        return router;
    }

    private PairwiseJudge[] FindJudges(ServiceProvider services, Policies.RoutingConfiguration configuration)
    {
        var models = configuration.Catalog.Routes.SelectMany(route => new[] { route.Model, route.Translator?.Model }).OfType<Model>().DistinctBy(model => model.Name, StringComparer.Ordinal).ToDictionary(model => model.Name, StringComparer.Ordinal);
        return [.. Judges.Select(name =>
        {
            var model = models.GetValueOrDefault(name) ?? throw new ToolException($"There is no model '{name}' to judge. Fix: name one that a route uses: {string.Join(", ", models.Keys)}. A hypothetical route over a model is enough.");
            var client = services.GetServices<IModelClients>().Select(clients => clients.GetClient(model)).FirstOrDefault(found => found is not null)
                ?? throw new ToolException($"Model '{name}' has no client. Fix: configure Models:{name}:Client.");
            return new PairwiseJudge(client, model);
        })];
    }

    private void Report(Counts counts)
    {
        if (!Quiet)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Measured} prompts measured, {Figures.Usd(counts.Spent)} of {Figures.Usd(CapUsd)} spent"));
        }
    }

    private async Task<int> EndAsync(Counts counts, int known, string? because)
    {
        await terminal.Error.WriteLineAsync(
            $"{Figures.Count(counts.Measured)} prompts measured, {Figures.Count(known)} were there already, {Figures.Count(counts.Unread)} could not be read; {Figures.Usd(counts.Spent)} spent in all{(because is null ? "" : $": {because}")}.").ConfigureAwait(false);
        return counts.Unread > 0 || because is not null ? ExitCodes.Mistakes : ExitCodes.Done;
    }

    private sealed class Counts
    {
        public int Measured { get; set; }

        public int Unread { get; set; }

        public decimal Spent { get; set; }
    }
}
