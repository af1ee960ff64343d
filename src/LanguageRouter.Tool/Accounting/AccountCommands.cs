using System.CommandLine;
using LanguageRouter.Review.Verdicts;
using LanguageRouter.Tool.Input;

namespace LanguageRouter.Tool.Accounting;

/// <summary>The commands over the account: verdicts, replay, learnt quality, evaluation and measurement.</summary>
internal static class AccountCommands
{
    public static IEnumerable<Command> All(Terminal terminal) => [Verdict(terminal), Replay(terminal), Learning(terminal), Evaluate(terminal), Measure(terminal)];

    private static Command Verdict(Terminal terminal)
    {
        var (store, tenant, latency, json) = (StoreOption(), TenantOption(), LatencyMarginOption(), JsonOption());
        return WithAction(
            new Command("verdict", "Says of every route against another whether it was beneficial, from the comparisons in a store.") { store, tenant, latency, json },
            (result, cancellationToken) => new VerdictCommand(terminal)
            {
                Store = result.GetRequiredValue(store),
                Tenant = result.GetValue(tenant),
                LatencyMargin = LatencyMargin(result, latency),
                Json = result.GetValue(json),
            }.RunAsync(cancellationToken));
    }

    private static Command Replay(Terminal terminal)
    {
        var policy = new Option<string>("--policy", "-p") { Description = "The settings file with the other policy.", Required = true };
        var (store, tenant, json) = (StoreOption(), TenantOption(), JsonOption());
        return WithAction(
            new Command("replay", "Decides again about the records of a store under another policy, from their features alone: what changes, what it costs, what quality it would have had.") { policy, store, tenant, json },
            (result, cancellationToken) => new ReplayCommand(terminal)
            {
                Policy = result.GetRequiredValue(policy),
                Store = result.GetRequiredValue(store),
                Tenant = result.GetValue(tenant),
                Json = result.GetValue(json),
            }.RunAsync(cancellationToken));
    }

    private static Command Learning(Terminal terminal)
    {
        var store = new Option<string?>("--store", "-s") { Description = "The store that the application writes: a SQLite file, or a PostgreSQL connection string." };
        var state = new Option<string?>("--state") { Description = "Instead of a store, the file with the state that QualityLearner.Export wrote." };
        var instance = new Option<string>("--instance") { Description = "The process's Review:Instance, where several write to one store. Default: none.", DefaultValueFactory = _ => "" };
        var tenant = new Option<string?>("--tenant", "-t") { Description = "The tenant; without it, all." };
        var output = new Option<string>("--output", "-o") { Description = "The file; - is standard output.", Required = true };
        var usage = new Option<bool>("--usage") { Description = "The state of UsageLearning instead of that of QualityLearner." };
        var json = JsonOption();
        return new Command("learning", "Works on what was learnt of the routes' quality and of providers' usage.")
        {
            Wording(terminal),
            WithAction(
                new Command("show", "Prints what was learnt, cell by cell.") { store, state, instance, tenant, json },
                (result, cancellationToken) => Learnt(result).ShowAsync(result.GetValue(json), cancellationToken)),
            WithAction(
                new Command("export", "Writes what was learnt as the learners' Import reads it.") { store, state, instance, tenant, output, usage },
                (result, cancellationToken) => Learnt(result).ExportAsync(result.GetRequiredValue(output), result.GetValue(usage), cancellationToken)),
            WithAction(
                new Command("reset", "Forgets what was learnt of a tenant, or of all. A running application follows within five minutes.") { store, state, instance, tenant },
                (result, cancellationToken) => Learnt(result).ResetAsync(cancellationToken)),
        };

        LearningCommand Learnt(ParseResult result) =>
            new(terminal, new LearntSource(result.GetValue(store), result.GetValue(state), result.GetValue(instance) ?? "")) { Tenant = result.GetValue(tenant) };
    }

    private static Command Wording(Terminal terminal)
    {
        var (outcomes, field, idField) = (OutcomesOption(), FieldOption(), IdFieldOption());
        var prompts = new Option<string>("--prompts") { Description = "The JSON Lines file with the prompts.", Required = true };
        var models = new Option<string[]>("--model") { Description = "A model of the configuration, two or more; NAME=ROUTE where the tables call it otherwise.", Required = true, AllowMultipleArgumentsPerToken = true };
        var without = new Option<string[]>("--without") { Description = "A route of the tables not to learn from, such as one whose run was broken.", AllowMultipleArgumentsPerToken = true };
        var judge = new Option<string?>("--judge") { Description = "The judge to learn from, where the tables have several; the others score." };
        var output = new Option<string>("--output", "-o") { Description = "The file that Learning:Wording names; - is standard output.", Required = true };
        return WithAction(
            new Command("wording", "Learns from outcome tables how good models are on prompts worded alike, from all routes of the tables together, and writes the file that a policy's Learning:Wording names.") { outcomes, prompts, field, idField, models, without, judge, output },
            (result, cancellationToken) => new WordingCommand(terminal)
            {
                Input = new OutcomeInput(result.GetRequiredValue(outcomes), result.GetRequiredValue(prompts), new InputFields(result.GetValue(field), result.GetValue(idField))),
                Models = result.GetRequiredValue(models),
                Without = result.GetValue(without) ?? [],
                Judge = result.GetValue(judge),
                Output = result.GetRequiredValue(output),
            }.RunAsync(cancellationToken));
    }

    private static Command Evaluate(Terminal terminal)
    {
        var outcomes = OutcomesOption();
        var prompts = new Option<string?>("--prompts") { Description = "The JSON Lines file with the prompts, for task kinds and wording." };
        var (field, idField) = (FieldOption(), IdFieldOption());
        var routes = new Option<string[]>("--route") { Description = "A route or model of the tables; two or more. Without it, all.", AllowMultipleArgumentsPerToken = true };
        var prices = new Option<string[]>("--price") { Description = "The price of a route whose table has no costs, as name=input/output in USD per million tokens." };
        var plot = new Option<string?>("--plot") { Description = "The SVG file for the cost-quality curves." };
        var json = JsonOption();
        return WithAction(
            new Command("evaluate", "Evaluates choosing between the routes of outcome tables, cross-validated, learnt on one judge and scored by another.") { outcomes, prompts, field, idField, routes, prices, plot, json },
            (result, cancellationToken) => new EvaluateCommand(terminal)
            {
                Input = new OutcomeInput(result.GetRequiredValue(outcomes), result.GetValue(prompts), new InputFields(result.GetValue(field), result.GetValue(idField))),
                Routes = result.GetValue(routes) ?? [],
                Prices = result.GetValue(prices) ?? [],
                Plot = result.GetValue(plot),
                Json = result.GetValue(json),
            }.RunAsync(cancellationToken));
    }

    private static Command Measure(Terminal terminal)
    {
        var config = new Option<string>("--config", "-c") { Description = "The settings file with the section LanguageRouter and the models' clients.", Required = true };
        var input = new Option<string>("--input", "-i") { Description = "The JSON Lines file with the prompts.", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "The outcome table; what is there already is not run again.", Required = true };
        var routes = new Option<string[]>("--route") { Description = "A route to run, two or more; the first is the one that the others are compared with.", Required = true, AllowMultipleArgumentsPerToken = true };
        var judges = new Option<string[]>("--judge") { Description = "A configured model that judges; two let what is learnt from one be scored by the other.", Required = true };
        var cap = new Option<decimal>("--cap") { Description = "The most to spend, in USD.", Required = true };
        var field = new Option<string?>("--field") { Description = "The field with the text." };
        var idField = new Option<string?>("--id-field") { Description = "The field with the prompt's identifier." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Show no progress." };
        return WithAction(
            new Command("measure", "Runs the prompts of a file live through routes, has the answers judged blind, and writes an outcome table. It costs money.") { config, input, output, routes, judges, cap, field, idField, quiet },
            (result, cancellationToken) => new MeasureCommand(terminal)
            {
                Config = result.GetRequiredValue(config),
                Input = result.GetRequiredValue(input),
                Output = result.GetRequiredValue(output),
                Routes = result.GetRequiredValue(routes),
                Judges = result.GetRequiredValue(judges),
                CapUsd = result.GetRequiredValue(cap),
                Fields = new InputFields(result.GetValue(field), result.GetValue(idField)),
                Quiet = result.GetValue(quiet),
            }.RunAsync(cancellationToken));
    }

    /// <summary>How much slower a route may be and still be beneficial.</summary>
    public static Option<double> LatencyMarginOption() => new("--latency-margin")
    {
        Description = "By which share of the other's time a route may be slower and still be beneficial. Default: 1, twice as long.",
        DefaultValueFactory = _ => new VerdictTerms().LatencyMargin,
    };

    /// <exception cref="ToolException">It is below 0.</exception>
    public static double LatencyMargin(ParseResult result, Option<double> option) => result.GetValue(option) is >= 0 and var margin ? margin
        : throw new ToolException("--latency-margin is below 0. Fix: give 0 (no slower) or more, such as 1 for twice as long.");

    private static Option<string[]> OutcomesOption() => new("--outcomes") { Description = "An outcome table (JSON Lines); give several for several judges. A table that names no judge is one judge's, by its file name.", Required = true };

    private static Option<string?> FieldOption() => new("--field") { Description = $"The field with the text. Default: the first that is there of {string.Join(", ", InputFields.DefaultTexts)}." };

    private static Option<string?> IdFieldOption() => new("--id-field") { Description = $"The field with the prompt's identifier. Default: {InputFields.DefaultId}." };

    private static Option<string> StoreOption() => new("--store", "-s") { Description = "The store: a SQLite file, or a PostgreSQL connection string.", Required = true };

    private static Option<string?> TenantOption() => new("--tenant", "-t") { Description = "The tenant; without it, all." };

    private static Option<bool> JsonOption() => new("--json") { Description = "Print JSON." };

    private static Command WithAction(Command command, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        command.SetAction(run);
        return command;
    }
}
