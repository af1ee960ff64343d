using System.Text.Json;
using LanguageRouter.Tool.Input;

namespace LanguageRouter.Tool;

/// <summary>A command over the lines of a file: where the lines come from, and where their results go.</summary>
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
        Func<PromptLine, T> work, Action<Utf8JsonWriter, T> write, Action<T> consume, CancellationToken cancellationToken)
        where T : class
    {
        var input = FileArguments.OpenInput(Input, terminal);
        await using ((input == terminal.Input ? Stream.Null : input).ConfigureAwait(false))
        {
            var output = Output is null ? null : FileArguments.CreateOutput(Output, Input, terminal);
            await using ((output ?? LineOutput.None).ConfigureAwait(false))
            {
                return await new LineRun<T>(terminal, Fields, work, write, consume, output, Quiet).RunAsync(input, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
