using System.ClientModel;
using System.ClientModel.Primitives;
using LanguageRouter.OpenAI.Configuration;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace LanguageRouter.OpenAI.Pipeline;

/// <summary>Puts the client of a model together.</summary>
internal static class ModelChatClients
{
    /// <param name="model">The model.</param>
    /// <param name="settings">Its section <c>Client</c>.</param>
    /// <param name="adapter">What a client in token ids is made of; null for the chat protocol.</param>
    /// <param name="http">The connections.</param>
    public static IChatClient Create(Model model, ModelClientSettings settings, AdapterParts? adapter, HttpTransport http) =>
        adapter is not null ? InTokenIds(settings, adapter, http.Limited(settings.ConnectTimeout, settings.Timeout)) : InChat(model, settings, http.Unlimited(settings.ConnectTimeout));

    private static ResponseCheckingChatClient InChat(Model model, ModelClientSettings settings, HttpClient http)
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

        if (settings.Key is { } key)
        {
            options.AddPolicy(new KeyRedactionPolicy(key), PipelinePosition.PerCall);
        }

        options.AddPolicy(new AnswerFormPolicy(model.Name, settings.Timeout), PipelinePosition.BeforeTransport);
        var client = new ChatClient(model.ModelId, Authentication(settings), options).AsIChatClient();
        return new ResponseCheckingChatClient(settings.OutputLimit == OutputLimitField.MaxTokens ? new OutputLimitChatClient(client) : client, model);
    }

    private static AdapterSelectingChatClient InTokenIds(ModelClientSettings settings, AdapterParts adapter, HttpClient http)
    {
        ITokenCompletionEndpoint endpoint = settings.Protocol == ClientProtocol.TokenIdsLlamaCpp
            ? new LlamaCppCompletionEndpoint(http, settings.Endpoint, settings.Key)
            : new OpenAICompletionEndpoint(http, settings.Endpoint, settings.Key);
        return new AdapterSelectingChatClient(adapter, endpoint, new TokenizerAdapterOptions { StallTimeout = settings.Timeout });
    }

    private static AuthenticationPolicy Authentication(ModelClientSettings settings) =>
        settings.Key is not { } key ? new NoAuthenticationPolicy()
        : settings.KeyHeader is { } header ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), header)
        : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key));
}
