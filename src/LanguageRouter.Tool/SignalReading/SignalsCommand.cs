using System.Text.Json;
using LanguageRouter.Decisions;
using LanguageRouter.Tokens;
using LanguageRouter.Tool.Input;

namespace LanguageRouter.Tool.SignalReading;

/// <summary>Writes the signals of every request of a file.</summary>
internal sealed class SignalsCommand(Terminal terminal)
{
    public required string Input { get; init; }

    public string Output { get; init; } = FileArguments.Standard;

    /// <summary>The configuration whose tokenizers are counted; null for the built-in ones.</summary>
    public string? Config { get; init; }

    /// <summary>Further tokenizers, as <c>name=path</c>.</summary>
    public IReadOnlyList<string> Tokenizers { get; init; } = [];

    public InputFields Fields { get; init; } = new();

    public bool Quiet { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (counters, names) = LoadTokenizers();
        var job = new LineJob(terminal) { Input = Input, Output = Output, Fields = Fields, Quiet = Quiet };
        var counts = await job.RunAsync(prompt => prompt, Write, _ => { }, cancellationToken).ConfigureAwait(false);
        return counts.ExitCode;

        void Write(Utf8JsonWriter writer, PromptLine prompt) => RoutingJson.WriteProperties(
            writer, RoutingDecider.ReadSignals(prompt.Messages, prompt.Options), names, tokenizer => RequestTokens.Count(counters.Get(tokenizer), prompt));
    }

    private (TokenCounters Counters, IReadOnlyList<string> Names) LoadTokenizers()
    {
        var counters = Config is null ? new TokenCounters() : ConfigurationFile.Load(Config).Tokenizers;
        foreach (var tokenizer in Tokenizers)
        {
            var separator = tokenizer.IndexOf('=', StringComparison.Ordinal);
            if (separator <= 0 || separator == tokenizer.Length - 1)
            {
                throw new ToolException($"--tokenizer '{tokenizer}' is not name=path. Fix: write for instance llm-jp=llm-jp.model.");
            }

            var name = tokenizer[..separator];
            if (counters.Names.Contains(name, StringComparer.Ordinal))
            {
                throw new ToolException($"--tokenizer '{name}' is taken. Fix: give the file another name.");
            }

            var path = tokenizer[(separator + 1)..];
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            {
                counters.AddTokenizerJson(name, path);
            }
            else
            {
                counters.AddSentencePiece(name, path);
            }
        }

        return counters.Validate() is { Count: > 0 } errors ? throw new ToolException(errors, new InvalidDataException()) : (counters, counters.Names);
    }
}
