using System.Globalization;
using System.Text.Json;
using LanguageRouter.Tool.Input;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool;

/// <summary>One run over the lines of a stream: reads each, works on it, writes its result in order, and reports the lines that it cannot read.</summary>
internal sealed class LineRun<T>(
    Terminal terminal, InputFields fields, Func<PromptLine, T> work, Action<Utf8JsonWriter, T> write, Action<T> consume, LineOutput? output, bool quiet)
    where T : class
{
    private int _done;
    private int _unread;

    public async Task<LineCounts> RunAsync(Stream input, CancellationToken cancellationToken)
    {
        var progress = new Progress(terminal, input, quiet);
        try
        {
            await LineWork.RunAsync(input, Work, result => TakeAsync(result, progress, cancellationToken), () => FlushAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            progress.Clear();
        }

        await FlushAsync(cancellationToken).ConfigureAwait(false);
        if (_unread > 0)
        {
            await terminal.Error.WriteLineAsync($"{Figures.Count(_unread)} of {Figures.Count(_done + _unread)} lines could not be read.").ConfigureAwait(false);
        }

        return new LineCounts(_done, _unread);
    }

    private Result Work(InputLine line)
    {
        try
        {
            var prompt = PromptLineParser.Parse(line, fields);
            var value = work(prompt);
            return new(line.Number, value, output is null ? default : JsonOutput.Line(writer => Write(writer, prompt.Id, value)), null);
        }
        catch (FormatException exception)
        {
            return new(line.Number, null, default, exception.Message);
        }
    }

    private void Write(Utf8JsonWriter writer, PromptId id, T value)
    {
        id.Write(writer);
        write(writer, value);
    }

    private async ValueTask TakeAsync(Result result, Progress progress, CancellationToken cancellationToken)
    {
        if (result.Mistake is { } mistake)
        {
            _unread++;
            progress.Clear();
            await terminal.Error.WriteLineAsync($"line {result.Number.ToString(CultureInfo.InvariantCulture)}: {mistake}").ConfigureAwait(false);
            return;
        }

        _done++;
        consume(result.Value!);
        if (output is not null)
        {
            await output.WriteAsync(result.Json, cancellationToken).ConfigureAwait(false);
        }

        progress.Report(_done + _unread);
    }

    private ValueTask FlushAsync(CancellationToken cancellationToken) => output?.FlushAsync(cancellationToken) ?? ValueTask.CompletedTask;

    private readonly record struct Result(int Number, T? Value, ReadOnlyMemory<byte> Json, string? Mistake);
}
