using System.CommandLine;
using LanguageRouter.Tool.Accounting;
using LanguageRouter.Tool.Explaining;
using LanguageRouter.Tool.Input;
using LanguageRouter.Tool.PolicyChecking;
using LanguageRouter.Tool.Reviewing;
using LanguageRouter.Tool.SignalReading;
using LanguageRouter.Tool.Simulation;

namespace LanguageRouter.Tool;

/// <summary>The command line: commands, options and what their failures print.</summary>
internal static class ToolCommand
{
    /// <summary>Runs a command line.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        try
        {
            return await ParseAndInvokeAsync(arguments, terminal).ConfigureAwait(false);
        }
        catch (ToolException exception)
        {
            foreach (var message in exception.Messages)
            {
                await terminal.Error.WriteLineAsync(message).ConfigureAwait(false);
            }

            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Interrupted.").ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }
        catch (IOException exception) when (BrokenPipe.Is(exception))
        {
            // Whoever read the output has seen enough.
            return ExitCodes.Done;
        }
        catch (IOException exception)
        {
            await terminal.Error.WriteLineAsync($"Reading or writing failed: {exception.Message}").ConfigureAwait(false);
            return ExitCodes.Usage;
        }
    }

    private static async Task<int> ParseAndInvokeAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        // A text that begins with @ is a text, not the name of a file with arguments.
        var parsed = CreateAll(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            await terminal.Error.WriteLineAsync("Fix: language-router --help shows the commands, language-router <command> --help their options.").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        var output = terminal.OutputText();
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = terminal.Error }).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        return exitCode;
    }

    private static RootCommand Create(Terminal terminal) => new("Explains and simulates routing decisions, prints signals, checks policies. Only measure sends anything to a model.")
    {
        Explain(terminal),
        Simulate(terminal),
        Signals(terminal),
        new Command("policy", "Works on policies.") { PolicyCheck(terminal), PolicyShow(terminal), PolicyDiff(terminal), PolicySchema(terminal) },
        ReviewCommands.Review(terminal),
        ReviewCommands.Report(terminal),
        ReviewCommands.Export(terminal),
    };

    private static RootCommand CreateAll(Terminal terminal)
    {
        var root = Create(terminal);
        foreach (var command in AccountCommands.All(terminal))
        {
            root.Add(command);
        }

        return root;
    }

    private static Command Explain(Terminal terminal)
    {
        var text = new Argument<string>("text") { Description = "The user's text; - reads it from standard input." };
        var config = ConfigOption(required: true);
        var tenant = TenantOption();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        return WithAction(
            new Command("explain", "Decides about one text and prints the signals, every candidate with its bill, the choice and why.") { text, config, tenant, json },
            (result, cancellationToken) => new ExplainCommand(terminal)
            {
                Text = result.GetRequiredValue(text),
                Config = result.GetRequiredValue(config),
                Tenant = result.GetValue(tenant) ?? "",
                Json = result.GetValue(json),
            }.RunAsync(cancellationToken));
    }

    private static Command Simulate(Terminal terminal)
    {
        var input = InputOption();
        var output = new Option<string?>("--output", "-o") { Description = "The file for the decisions, one JSON object a line; - is standard output. Without it, only the summary is printed." };
        var config = ConfigOption(required: true);
        var tenant = TenantOption();
        var (field, idField) = FieldOptions();
        var json = new Option<bool>("--json") { Description = "Print the summary as one JSON object instead of tables." };
        var quiet = QuietOption();
        return WithAction(
            new Command("simulate", "Decides about every request of a JSON Lines file and sums up the costs against fixed ways of choosing.") { input, output, config, tenant, field, idField, json, quiet },
            (result, cancellationToken) => new SimulateCommand(terminal)
            {
                Input = result.GetRequiredValue(input),
                Output = result.GetValue(output),
                Config = result.GetRequiredValue(config),
                Tenant = result.GetValue(tenant) ?? "",
                Fields = new InputFields(result.GetValue(field), result.GetValue(idField)),
                Json = result.GetValue(json),
                Quiet = result.GetValue(quiet),
            }.RunAsync(cancellationToken));
    }

    private static Command Signals(Terminal terminal)
    {
        var input = InputOption();
        var output = new Option<string>("--output", "-o") { Description = "The file for the signals, one JSON object a line; - is standard output.", DefaultValueFactory = _ => FileArguments.Standard };
        var config = ConfigOption(required: false);
        var tokenizers = new Option<string[]>("--tokenizer") { Description = "A further tokenizer to count in, as name=path of its SentencePiece .model file." };
        var (field, idField) = FieldOptions();
        var quiet = QuietOption();
        return WithAction(
            new Command("signals", "Writes the signals of every request of a JSON Lines file; o200k_base and cl100k_base need no configuration.") { input, output, config, tokenizers, field, idField, quiet },
            (result, cancellationToken) => new SignalsCommand(terminal)
            {
                Input = result.GetRequiredValue(input),
                Output = result.GetRequiredValue(output),
                Config = result.GetValue(config),
                Tokenizers = result.GetValue(tokenizers) ?? [],
                Fields = new InputFields(result.GetValue(field), result.GetValue(idField)),
                Quiet = result.GetValue(quiet),
            }.RunAsync(cancellationToken));
    }

    private static Command PolicyCheck(Terminal terminal)
    {
        var config = new Argument<string>("file") { Description = "The settings file with the section LanguageRouter." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        return WithAction(
            new Command("check", "Prints every mistake of a configuration with its path and fix, or its tenants and versions.") { config, json },
            (result, cancellationToken) => new PolicyCheckCommand(terminal) { Config = result.GetRequiredValue(config), Json = result.GetValue(json) }.RunAsync(cancellationToken));
    }

    private static Command PolicyShow(Terminal terminal)
    {
        var config = new Argument<string>("file") { Description = "The settings file with the section LanguageRouter." };
        var tenant = TenantOption();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        return WithAction(
            new Command("show", "Prints the settings in force for a tenant, and what they come from.") { config, tenant, json },
            (result, cancellationToken) => new PolicyShowCommand(terminal)
            {
                Config = result.GetRequiredValue(config),
                Tenant = result.GetValue(tenant) ?? "",
                Json = result.GetValue(json),
            }.RunAsync(cancellationToken));
    }

    private static Command PolicyDiff(Terminal terminal)
    {
        var before = new Argument<string>("before") { Description = "The settings file in force." };
        var after = new Argument<string>("after") { Description = "The settings file to compare with." };
        var input = new Option<string?>("--input", "-i") { Description = "A JSON Lines file with requests to decide about under both; without it, typical requests of every task kind are." };
        var tenant = TenantOption();
        var (field, idField) = FieldOptions();
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var quiet = QuietOption();
        return WithAction(
            new Command("diff", "Says in words what differs between two configurations, and which requests would go elsewhere.") { before, after, input, tenant, field, idField, json, quiet },
            (result, cancellationToken) => new PolicyDiffCommand(terminal)
            {
                Before = result.GetRequiredValue(before),
                After = result.GetRequiredValue(after),
                Input = result.GetValue(input),
                Tenant = result.GetValue(tenant),
                Fields = new InputFields(result.GetValue(field), result.GetValue(idField)),
                Json = result.GetValue(json),
                Quiet = result.GetValue(quiet),
            }.RunAsync(cancellationToken));
    }

    private static Command PolicySchema(Terminal terminal) => WithAction(
        new Command("schema", "Prints the JSON Schema of the settings, for completion in editors."),
        (_, cancellationToken) => new PolicySchemaCommand(terminal).RunAsync(cancellationToken));

    private static Option<string> ConfigOption(bool required) => new("--config", "-c")
    {
        Description = "The settings file with the section LanguageRouter.",
        Required = required,
    };

    private static Option<string> TenantOption() => new("--tenant", "-t") { Description = "The tenant; without it, the defaults." };

    private static Option<string> InputOption() => new("--input", "-i") { Description = "The JSON Lines file with the requests; - is standard input.", Required = true };

    private static Option<bool> QuietOption() => new("--quiet", "-q") { Description = "Show no progress." };

    private static (Option<string?> Field, Option<string?> IdField) FieldOptions() => (
        new("--field") { Description = $"The field with the text, the user's turns or the messages. Default: the first that is there of {string.Join(", ", InputFields.DefaultTexts)}." },
        new("--id-field") { Description = $"The field with the identifier. Default: {InputFields.DefaultId}, else the line number." });

    private static Command WithAction(Command command, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        command.SetAction(run);
        return command;
    }
}
