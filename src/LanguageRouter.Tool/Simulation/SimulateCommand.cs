using System.Text.Json;
using LanguageRouter.Decisions;
using LanguageRouter.Tool.Input;

namespace LanguageRouter.Tool.Simulation;

/// <summary>Decides about every request of a file, writes the decisions, and sums up what they would cost.</summary>
internal sealed class SimulateCommand(Terminal terminal)
{
    public required string Input { get; init; }

    public string? Output { get; init; }

    public required string Config { get; init; }

    public string Tenant { get; init; } = "";

    public InputFields Fields { get; init; } = new();

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var decider = new RoutingDecider(ConfigurationFile.Load(Config));
        ConfigurationFile.WarnOfUnknownTenant(decider.Configuration, Tenant, terminal.Error);
        var summary = new SimulationSummary(decider.Configuration.PolicyOf(Tenant), Tenant);
        var job = new LineJob(terminal) { Input = Input, Output = Output, Fields = Fields, Quiet = Quiet };
        var counts = await job.RunAsync(prompt => Decide(decider, prompt), Write, summary.Add, cancellationToken).ConfigureAwait(false);
        await PrintAsync(summary, counts, cancellationToken).ConfigureAwait(false);
        return counts.ExitCode;

        void Write(Utf8JsonWriter writer, SimulatedRequest request) =>
            RoutingJson.WriteProperties(writer, request.Decision, tokenizer => request.ExactTokens[decider.Configuration.Catalog.Tokenizers.IndexOf(tokenizer)]);
    }

    private SimulatedRequest Decide(RoutingDecider decider, PromptLine prompt)
    {
        var configuration = decider.Configuration;
        return new(
            decider.Decide(prompt.Messages, prompt.Options, Tenant),
            [.. configuration.Catalog.Tokenizers.Select(tokenizer => RequestTokens.Count(configuration.Tokenizers.Get(tokenizer), prompt))]);
    }

    // Where the decisions take standard output, the summary goes to standard error.
    private async Task PrintAsync(SimulationSummary summary, LineCounts counts, CancellationToken cancellationToken)
    {
        var toOutput = Output != FileArguments.Standard;
        var writer = toOutput ? terminal.OutputText() : terminal.Error;
        if (Json)
        {
            var json = JsonOutput.Document(json => SimulationJson.Write(json, summary, counts));
            await writer.WriteAsync(Terminal.Utf8.GetString(json.Span)).ConfigureAwait(false);
        }
        else
        {
            var interactive = toOutput ? terminal.OutputIsInteractive : terminal.ErrorIsInteractive;
            new SimulationReport(summary, counts).Print(new(writer, interactive, terminal.Width));
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
