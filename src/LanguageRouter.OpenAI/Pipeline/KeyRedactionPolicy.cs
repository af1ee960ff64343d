using System.ClientModel.Primitives;
using System.Text;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Takes the key out of error bodies: some gateways repeat it there, and the body becomes the exception's message.</summary>
internal sealed class KeyRedactionPolicy(string key) : PipelinePolicy
{
    public const string InPlaceOfKey = "[key]";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        ProcessNext(message, pipeline, currentIndex);
        if (message.Response is { IsError: true } response)
        {
            response.BufferContent();
            Redact(response);
        }
    }

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex).ConfigureAwait(false);
        if (message.Response is { IsError: true } response)
        {
            await response.BufferContentAsync(message.CancellationToken).ConfigureAwait(false);
            Redact(response);
        }
    }

    private void Redact(PipelineResponse response)
    {
        var content = response.Content.ToMemory().Span;
        if (content.IndexOf(_key) < 0)
        {
            return;
        }

        var redacted = Encoding.UTF8.GetString(content).Replace(key, InPlaceOfKey, StringComparison.Ordinal);
        response.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(redacted));
        response.BufferContent();
    }
}
