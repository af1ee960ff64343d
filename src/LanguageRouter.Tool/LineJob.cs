using System.Text.Json;
using LanguageRouter.Tool.Input;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool;

/// <summary>A command over the lines of a file: reads each, works on it, writes its result in order, and reports the lines that it cannot read.</summary>
internal sealed class LineJob(Terminal terminal)
{
    public required string Input { get; init; }

    /// <summary>The file for the results; null for none.</summary>
    public required string? Output { get; init; }

    public required InputFields Fields { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Runs the job.</summary>
    /// <param name="work">Gives the result of a line; runs on several threads.</param>
    /// <param name="write">Writes a result as JSON properties behind the identifier; runs on several threads.</param>
    /// <param name="consume">Takes the results in order.</param>
    /// <param name="cancellationToken">Ends the job between two lines.</param>
    /// <exception cref="ToolException">A file cannot be opened.</exception>
    public async Task<LineCounts> RunAsync<T>(
        Func<PromptLine, T> work, Action<Utf8JsonWriter, PromptLine, T> write, Action<T> consume, CancellationToken cancellationToken)
        where T : class
    {
        var input = FileArguments.OpenInput(Input, terminal);
        await using (input.ConfigureAwait(false))
        {
            var output = Output is null ? new LineOutput(Stream.Null, leaveOpen: true) : FileArguments.CreateOutput(Output, Input, terminal);
            await using (output.ConfigureAwait(false))
            {
                var progress = new Progress(terminal, input, Quiet);
                var done = 0;
                var unread = 0;
                try
                {
                    await LineWork.RunAsync(input, Work, Take, () => output.FlushAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    progress.Clear();
                }

                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                if (unread > 0)
                {
                    await terminal.Error.WriteLineAsync($"{Figures.Count(unread)} of {Figures.Count(done + unread)} lines could not be read.").ConfigureAwait(false);
                }

                return new LineCounts(done, unread);

                async ValueTask Take(Result<T> result)
                {
                    if (result.Mistake is { } mistake)
                    {
                        unread++;
                        progress.Clear();
                        await terminal.Error.WriteLineAsync($"line {result.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {mistake}").ConfigureAwait(false);
                        return;
                    }

                    done++;
                    consume(result.Value!);
                    await output.WriteAsync(result.Json, cancellationToken).ConfigureAwait(false);
                    progress.Report(done + unread);
                }
            }
        }

        Result<T> Work(InputLine line)
        {
            try
            {
                var prompt = PromptLineParser.Parse(line, Fields);
                var value = work(prompt);
                return new(line.Number, value, Output is null ? default : JsonOutput.Line(writer => Write(writer, prompt, value)), null);
            }
            catch (FormatException exception)
            {
                return new(line.Number, null, default, exception.Message);
            }
        }

        void Write(Utf8JsonWriter writer, PromptLine prompt, T value)
        {
            prompt.Id.Write(writer);
            write(writer, prompt, value);
        }
    }

    private readonly record struct Result<T>(int Number, T? Value, ReadOnlyMemory<byte> Json, string? Mistake)
        where T : class;
}
