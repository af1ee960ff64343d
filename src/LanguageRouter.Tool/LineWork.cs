using System.Threading.Channels;
using LanguageRouter.Tool.Input;

namespace LanguageRouter.Tool;

/// <summary>Works on the lines of a stream in parallel and hands the results on in their order, with a bounded number of lines in memory.</summary>
internal static class LineWork
{
    // A line takes some tens of microseconds: a batch is worth a hand-over between threads, and still a small piece of a file.
    private const int LinesPerBatch = 32;
    private const int BytesPerBatch = 256 * 1024;
    private const int BatchesAhead = 4;

    /// <summary>Runs <paramref name="work"/> on every line, several at a time, and <paramref name="consume"/> on every result, one at a time and in order.</summary>
    public static async Task RunAsync<TResult>(
        Stream input, Func<InputLine, TResult> work, Func<TResult, ValueTask> consume, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<Task<TResult[]>>(Environment.ProcessorCount * BatchesAhead);
        var reading = ReadAsync(input, work, batches.Writer, stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                foreach (var result in await batch.ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await consume(result).ConfigureAwait(false);
                }
            }
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await reading.ConfigureAwait(false);
    }

    private static async Task ReadAsync<TResult>(
        Stream input, Func<InputLine, TResult> work, ChannelWriter<Task<TResult[]>> batches, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new List<InputLine>(LinesPerBatch);
            var bytes = 0;
            await foreach (var line in LineReader.ReadAsync(input, cancellationToken).ConfigureAwait(false))
            {
                batch.Add(line);
                bytes += line.Utf8.Length;
                if (batch.Count >= LinesPerBatch || bytes >= BytesPerBatch)
                {
                    await batches.WriteAsync(Start(batch), cancellationToken).ConfigureAwait(false);
                    (batch, bytes) = (new List<InputLine>(LinesPerBatch), 0);
                }
            }

            if (batch.Count > 0)
            {
                await batches.WriteAsync(Start(batch), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            batches.Complete();
        }

        Task<TResult[]> Start(List<InputLine> lines) => Task.Run(() => lines.ConvertAll(line => work(line)).ToArray(), cancellationToken);
    }
}
