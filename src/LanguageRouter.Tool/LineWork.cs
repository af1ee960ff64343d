using System.Threading.Channels;
using LanguageRouter.Tool.Input;

namespace LanguageRouter.Tool;

/// <summary>Works on the lines of a stream in parallel and hands the results on in their order, with a bounded number of lines in memory.</summary>
internal static class LineWork
{
    private const int BatchesAhead = 4;

    /// <summary>Runs <paramref name="work"/> on every line, several at a time; then, one at a time and in order, <paramref name="consume"/> on every result, and <paramref name="flush"/> where the next is not there yet.</summary>
    public static async Task RunAsync<TResult>(
        Stream input, Func<InputLine, TResult> work, Func<TResult, ValueTask> consume, Func<ValueTask> flush, CancellationToken cancellationToken)
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

                if (!batches.Reader.TryPeek(out _))
                {
                    await flush().ConfigureAwait(false);
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
            await foreach (var lines in LineReader.ReadAsync(input, cancellationToken).ConfigureAwait(false))
            {
                var batch = Task.Run(() => Array.ConvertAll(lines, line => work(line)), cancellationToken);
                await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            batches.Complete();
        }
    }
}
