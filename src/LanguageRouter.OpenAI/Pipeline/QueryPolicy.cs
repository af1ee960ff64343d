using System.ClientModel.Primitives;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Adds the endpoint's own query to each request, such as Azure's <c>api-version</c>.</summary>
internal sealed class QueryPolicy(string query) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Add(message.Request);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Add(message.Request);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Add(PipelineRequest request)
    {
        if (request.Uri is { } uri)
        {
            request.Uri = new UriBuilder(uri) { Query = uri.Query.Length > 1 ? $"{uri.Query}&{query[1..]}" : query }.Uri;
        }
    }
}
