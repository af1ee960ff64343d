using System.Runtime.CompilerServices;
using LanguageRouter.OpenAI.Configuration;
using LanguageRouter.OpenAI.Pipeline;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace LanguageRouter.OpenAI;

/// <summary>Makes the clients of the models that have a section <c>Client</c>, and owns them.</summary>
internal sealed class OpenAIModelClients : IModelClients, IDisposable
{
    private readonly ModelClientSettingsReader _settings;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly Lock _lock = new();

    // A model object belongs to one reading of the configuration. It keeps the client of that reading, so that a later reading, which may be
    // rejected, changes nothing for the requests that run under this one. Weak keys: replaced models go, and their clients with them.
    private readonly ConditionalWeakTable<Model, Binding> _bindings = [];

    // The last client of each name: a reload that changes something else keeps it.
    private readonly Dictionary<string, (ModelClientSettings Settings, string ModelId, IChatClient Client)> _latest = new(StringComparer.Ordinal);

    public OpenAIModelClients(ModelClientSettingsReader settings, HttpClient? http = null)
    {
        _settings = settings;
        _ownsHttp = http is null;
        _http = http ?? HttpTransport.CreateClient();
    }

    /// <inheritdoc/>
    /// <exception cref="OptionsValidationException">The model's section <c>Client</c> has mistakes; all of them are listed, none with a key.</exception>
    public IChatClient? GetClient(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _bindings.GetValue(model, Bind).Client;
    }

    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    private Binding Bind(Model model)
    {
        var errors = new List<string>();
        var settings = _settings.Read(model.Name, keyIsNeeded: true, errors);
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
            if (!_latest.TryGetValue(model.Name, out var latest) || latest.Settings != settings || latest.ModelId != model.ModelId)
            {
                latest = (settings, model.ModelId, ModelChatClients.Create(model, settings, _http));
                _latest[model.Name] = latest;
            }

            return new Binding(latest.Client);
        }
    }

    private sealed record Binding(IChatClient? Client);
}
