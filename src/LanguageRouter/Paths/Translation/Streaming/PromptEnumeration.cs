using System.Runtime.CompilerServices;

namespace LanguageRouter.Paths.Translation.Streaming;

/// <summary>Reads a stream that may ignore cancellation, and stops at once all the same.</summary>
internal static class PromptEnumeration
{
    public static async IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = source.GetAsyncEnumerator(cancellationToken);
        Task<bool>? pending = null;
        try
        {
            while (true)
            {
                var move = items.MoveNextAsync();
                bool more;
                if (move.IsCompleted)
                {
                    more = await move.ConfigureAwait(false);
                }
                else
                {
                    pending = move.AsTask();
                    more = await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
                    pending = null;
                }

                if (!more)
                {
                    break;
                }

                yield return items.Current;
            }
        }
        finally
        {
            if (pending is null || pending.IsCompleted)
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                // The source is still at work in MoveNextAsync: it is disposed when it comes back.
                _ = DisposeLaterAsync(pending, items);
            }
        }
    }

    private static async Task DisposeLaterAsync<T>(Task<bool> pending, IAsyncEnumerator<T> items)
    {
        await ((Task)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await items.DisposeAsync().ConfigureAwait(false);
    }
}
