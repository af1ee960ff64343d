using System.ClientModel.Primitives;
using LanguageRouter.Execution;
using LanguageRouter.OpenAI.Errors;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Holds an answer to the form that was asked for, and an error's body to a size that can be kept.</summary>
/// <remarks>
/// A page of a proxy under status 200 is no answer, whatever the SDK makes of it. Error bodies of any length would be read into memory
/// and become the message of an exception: what is longer than <see cref="LargestErrorBody"/> is dropped, and the status has to do.
/// </remarks>
internal sealed class AnswerFormPolicy(string model, TimeSpan timeout) : PipelinePolicy
{
    public const int LargestErrorBody = 64 * 1024;

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        throw new NotSupportedException("The router asks asynchronously only.");

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        // The transport would read the whole body before anyone has seen the status.
        var whole = message.BufferResponse;
        message.BufferResponse = false;
        try
        {
            await ProcessNextAsync(message, pipeline, currentIndex).ConfigureAwait(false);
        }
        finally
        {
            message.BufferResponse = whole;
        }

        if (message.Response is not { } response)
        {
            return;
        }

        if (!response.IsError && IsOtherForm(response, whole, out var form))
        {
            response.Dispose();
            throw new EndpointErrorException(RouteErrorClass.Server, $"Model '{model}': the endpoint answered with {form}, which is not what was asked for.");
        }

        if (!response.IsError && !whole)
        {
            return;
        }

        // The time of the transport holds for each read of a body that it does not buffer; here it holds for all of it.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(message.CancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            if (response.IsError)
            {
                await BoundAsync(response, limit.Token).ConfigureAwait(false);
            }

            await response.BufferContentAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (limit.IsCancellationRequested && !message.CancellationToken.IsCancellationRequested)
        {
            response.Dispose();
            throw new TimeoutException($"Model '{model}': the answer was not whole within {timeout:c}. Fix: raise Client:Timeout where such answers are usual, or stream.", exception);
        }
        catch (Exception)
        {
            response.Dispose();
            throw;
        }
    }

    private static bool IsOtherForm(PipelineResponse response, bool whole, out string form)
    {
        form = "";
        if (!response.Headers.TryGetValue("Content-Type", out var type) || type is null)
        {
            return false;
        }

        var media = type.Split(';')[0].Trim();
        if (media.Contains(whole ? "json" : "event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        form = media.Length <= 64 && media.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '+' or '.') ? media : "another form";
        return true;
    }

    private static async Task BoundAsync(PipelineResponse response, CancellationToken cancellationToken)
    {
        if (response.ContentStream is not { } body)
        {
            return;
        }

        var buffer = new byte[LargestErrorBody + 1];
        int read;
        try
        {
            read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status is known, its explanation is lost.
            read = 0;
        }

        await body.DisposeAsync().ConfigureAwait(false);
        response.ContentStream = new MemoryStream(buffer, 0, read > LargestErrorBody ? 0 : read);
    }
}
