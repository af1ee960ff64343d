using System.Text;
using LanguageRouter.Decisions;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Explaining;

/// <summary>Decides about one text and prints the signals, every candidate with its bill, the choice and why.</summary>
internal sealed class ExplainCommand(Terminal terminal)
{
    public required string Text { get; init; }

    public required string Config { get; init; }

    public string Tenant { get; init; } = "";

    public bool Json { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var decider = new RoutingDecider(ConfigurationFile.Load(Config));
        ConfigurationFile.WarnOfUnknownTenant(decider.Configuration, Tenant, terminal.Error);
        var text = Text == FileArguments.Standard ? await ReadInputAsync(cancellationToken).ConfigureAwait(false) : Text;
        ChatMessage[] messages = [new(ChatRole.User, text)];
        var decision = decider.Decide(messages, options: null, Tenant);
        if (Json)
        {
            var json = JsonOutput.Document(writer => RoutingJson.WriteProperties(writer, decision, tokenizer => decider.CountTokens(messages, tokenizer)));
            await terminal.Output.WriteAsync(json, cancellationToken).ConfigureAwait(false);
            await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            return ExitCodes.Done;
        }

        var writer = terminal.OutputText();
        await using (writer.ConfigureAwait(false))
        {
            new ExplainReport(decider, messages, decision).Print(new(writer, terminal.OutputIsInteractive, terminal.Width));
        }

        return ExitCodes.Done;
    }

    // The line end that a shell puts behind a piped text is not part of it.
    private async Task<string> ReadInputAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(terminal.Input, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        try
        {
            var text = await reader.ReadToEndAsync(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
        }
        catch (DecoderFallbackException exception)
        {
            throw new ToolException("Standard input is not UTF-8. Fix: pipe UTF-8 text.", exception);
        }
    }
}
