using System.ClientModel;
using System.ClientModel.Primitives;
using LanguageRouter.OpenAI.Configuration;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Puts the client of a model together.</summary>
internal static class ModelChatClients
{
    public static IChatClient Create(Model model, ModelClientSettings settings, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            NetworkTimeout = settings.Timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(http),
        };
        if (settings.Query.Length > 0)
        {
            options.AddPolicy(new QueryPolicy(settings.Query), PipelinePosition.PerCall);
        }

        IChatClient client = new ChatClient(model.ModelId, Authentication(settings), options).AsIChatClient();
        return new ResponseCheckingChatClient(client, model.Name);
    }

    private static AuthenticationPolicy Authentication(ModelClientSettings settings) =>
        settings.Key is not { } key ? new NoAuthenticationPolicy()
        : settings.KeyHeader is { } header ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), header)
        : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key));
}
