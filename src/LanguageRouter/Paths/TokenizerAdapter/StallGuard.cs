using System.Runtime.CompilerServices;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Ends a stream that has gone silent.</summary>
internal static class StallGuard
{
    public static async IAsyncEnumerable<TokenCompletionChunk> Watch(
        Func<TokenCompletionRequest, CancellationToken, IAsyncEnumerable<TokenCompletionChunk>> open,
        TokenCompletionRequest request,
        TimeSpan limit,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var chunks = open(request, both.Token).GetAsyncEnumerator(both.Token);
        await using (chunks.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await chunks.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (OperationCanceledException error) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                {
                    throw new TimeoutException($"The endpoint's stream was silent for {limit}.", error);
                }

                // The reader may take its time over a chunk: only the server is timed.
                silence.CancelAfter(Timeout.InfiniteTimeSpan);
                yield return chunks.Current;
                silence.CancelAfter(limit);
            }
        }
    }
}
