using System.Runtime.CompilerServices;
using LanguageRouter.OpenAI.Configuration;
using LanguageRouter.OpenAI.Pipeline;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace LanguageRouter.OpenAI;

/// <summary>Makes the clients of the models that have a section <c>Client</c>, and owns them.</summary>
internal sealed class OpenAIModelClients(ModelClientSettingsReader settingsReader, HttpClient? http = null) : IModelClients, IDisposable
{
    private readonly HttpTransport _http = new(http);
    private readonly Lock _lock = new();

    // A model object belongs to one reading of the configuration. It keeps the client of that reading, so that a later reading, which may be
    // rejected, changes nothing for the requests that run under this one. Weak keys: replaced models go, and their clients with them.
    private readonly ConditionalWeakTable<Model, Binding> _bindings = [];

    // The last client of each name: a reload that changes something else keeps it, with the handshake that it has passed.
    private readonly Dictionary<string, (ModelClientSettings Settings, string ModelId, bool SendsFinishReason, AdapterParts? Adapter, IChatClient Client)> _latest = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IChatClient? GetClient(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _bindings.GetValue(model, Bind).Client;
    }

    public void Dispose() => _http.Dispose();

    private Binding Bind(Model model)
    {
        var errors = new List<string>();
        var settings = settingsReader.Read(model.Name, keyIsNeeded: true, errors);
        var adapter = settings?.TokenIds is { } tokenIds ? AdapterParts.Of(model, tokenIds, errors) : null;
        if (errors.Count > 0)
        {
            throw new OptionsValidationException(RoutingOptions.SectionName, typeof(ModelClientSettings), errors);
        }

        if (settings is null)
        {
            return new Binding(null);
        }

        lock (_lock)
        {
            if (!_latest.TryGetValue(model.Name, out var latest) || latest.Settings != settings || latest.ModelId != model.ModelId || latest.SendsFinishReason != model.SendsFinishReason || latest.Adapter != adapter)
            {
                latest = (settings, model.ModelId, model.SendsFinishReason, adapter, ModelChatClients.Create(model, settings, adapter, _http));
                _latest[model.Name] = latest;
            }

            return new Binding(latest.Client);
        }
    }

    private sealed record Binding(IChatClient? Client);
}
