using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Execution;

/// <summary>Carries out a decision. Another route is tried only while no output has reached the caller.</summary>
internal sealed class RouteExecutor(AttemptRunner runner)
{
    public async Task<ChatResponse> GetResponseAsync(RoutingRequest request, RouteExecution execution, CancellationToken cancellationToken)
    {
        var (attempt, response) = await runner.RunAsync(WholeAnswerCall.Instance, request, execution, cancellationToken).ConfigureAwait(false);
        execution.CurrentRoute = attempt.Route;
        attempt.Succeed(attempt.LegsOf(response));
        return response;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        RoutingRequest request, RouteExecution execution, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // 1. Open the stream of the first route that says something; until then nothing is committed.
        var (attempt, (updates, silent)) = await runner.RunAsync(StreamedAnswerCall.Instance, request, execution, cancellationToken).ConfigureAwait(false);
        execution.CurrentRoute = attempt.Route;

        // 2. Pass the updates on. From here an error reaches the caller; a caller that stops reading has cancelled.
        try
        {
            attempt.Clock?.Pause();
            foreach (var update in silent ?? [])
            {
                yield return update;
            }

            do
            {
                yield return updates.Current;
            }
            while (await MoveNextAsync(updates, attempt).ConfigureAwait(false));

            attempt.Succeed(attempt.ObservedLegs());
        }
        finally
        {
            attempt.CancelUnlessEnded();
            await updates.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, AttemptScope attempt)
    {
        try
        {
            attempt.Clock?.WaitForNext();
            if (await updates.MoveNextAsync().ConfigureAwait(false))
            {
                attempt.Clock?.Pause();
                attempt.Observe(updates.Current);
                return true;
            }

            return attempt.IsFinished || !attempt.Route.Model.SendsFinishReason ? false : throw new HttpIOException(
                HttpRequestError.ResponseEnded,
                $"Route '{attempt.Route.Name}': the stream ended without a finish reason, so the answer is not whole. Fix: where the model never sends one, set Models:{attempt.Route.Model.Name}:SendsFinishReason to false.");
        }
        catch (Exception exception)
        {
            var cause = attempt.CauseOf(exception);
            attempt.Break(cause);
            if (ReferenceEquals(cause, exception))
            {
                throw;
            }

            throw cause;
        }
    }
}
