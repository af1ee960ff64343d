using System.Runtime.CompilerServices;
using LanguageRouter.Paths.ReasoningLanguage;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Execution;

/// <summary>Puts a route's path together: the models' clients, and the path client around them.</summary>
internal sealed class RouteClients(IEnumerable<IModelClients> modelClients, IEnumerable<ITranslator> translators, FidelityGates fidelity, TimeProvider time) : IRouteAvailability
{
    private readonly IModelClients[] _modelClients = [.. modelClients];
    private readonly ITranslator[] _translators = [.. translators];

    // Weak keys: the routes of a configuration that was replaced go with it.
    private readonly ConditionalWeakTable<Route, RouteClient> _clients = [];

    /// <summary>The client of a route that is not hypothetical.</summary>
    public IChatClient Get(Route route) => _clients.GetValue(route, Create).Client;

    /// <summary>What the route's own client knows against it. Of a route that was never used nothing is known.</summary>
    public Exclusion? Check(Route route, string tenant) => _clients.TryGetValue(route, out var known) ? known.Health?.GetFault(route.RequestModelId) : null;

    /// <summary>Checks that every route that can be executed has its clients.</summary>
    public void Validate(RouteCatalog catalog)
    {
        var failures = new List<string>();
        foreach (var route in catalog.Routes.Where(route => !route.IsHypothetical))
        {
            Check(route, route.Model, failures);
            if (route.Translator is { Model: { } translator })
            {
                Check(route, translator, failures);
            }
            else if (route.Translator is { } service && FindTranslator(service) is null)
            {
                failures.Add($"Route '{route.Name}' needs translator '{service.Name}', which is not registered. Fix: register an ITranslator whose Profile.Name is '{service.Name}', or mark the route as hypothetical.");
            }
        }

        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Policies.RoutingOptions.SectionName, typeof(RouteCatalog), failures);
        }
    }

    private void Check(Route route, Model model, List<string> failures)
    {
        IChatClient? client;
        try
        {
            client = Find(model);
        }
        catch (OptionsValidationException exception)
        {
            failures.AddRange(exception.Failures.Except(failures, StringComparer.Ordinal).ToArray());
            return;
        }

        if (client is null)
        {
            failures.Add($"Route '{route.Name}' needs model '{model.Name}', which has no client. Fix: configure Models:{model.Name}:Client (package LanguageRouter.OpenAI), register an IModelClients that knows it, or mark the route as hypothetical.");
        }
    }

    private RouteClient Create(Route route)
    {
        var client = CreatePath(route);
        return new RouteClient(client, client.GetService(typeof(IModelHealth)) as IModelHealth);
    }

    private IChatClient CreatePath(Route route)
    {
        var client = Require(route, route.Model);
        if (route.Kind == RouteKind.Adapted)
        {
            return WithAccount(route, client);
        }

        if (route.Translator is not { } translator)
        {
            return route.ReasoningLanguage is { } language ? new ReasoningLanguageChatClient(client, language) : client;
        }

        var translates = translator.Model is { } model
            ? new ChatClientTranslator(Require(route, model), new ChatClientTranslatorOptions
            {
                ModelId = model.ModelId,
                Region = model.Region,
                StructuredOutput = model.Capabilities.HasFlag(ModelCapabilities.Json),
            })
            : FindTranslator(translator)
                ?? throw new InvalidOperationException($"Route '{route.Name}': translator '{translator.Name}' is not registered. Register an ITranslator whose Profile.Name is '{translator.Name}'.");
        return new TranslatingChatClient(client, translates, new TranslationOptions { TimeProvider = time }, fidelity.Of(translator.Name));
    }

    // The form of the path in token ids keeps its own account; the form in text has it kept here.
    private IChatClient WithAccount(Route route, IChatClient client) =>
        client.GetService(typeof(ITokenizerAdapter)) is null && route.Model is { Tokenizer: { } own, BaseTokenizer: { } reference, Counters: { } counters }
            ? new AdapterAccountChatClient(client, counters.Get(own), counters.Get(reference), time)
            : client;

    private IChatClient Require(Route route, Model model) =>
        Find(model) ?? throw new InvalidOperationException($"Route '{route.Name}': model '{model.Name}' has no client. Configure one, or mark the route as hypothetical.");

    private ITranslator? FindTranslator(RouteTranslator translator)
    {
        foreach (var candidate in _translators)
        {
            if (candidate.Profile.Name == translator.Name)
            {
                return candidate;
            }
        }

        return null;
    }

    private IChatClient? Find(Model model)
    {
        foreach (var clients in _modelClients)
        {
            if (clients.GetClient(model) is { } client)
            {
                return client;
            }
        }

        return null;
    }

    private sealed record RouteClient(IChatClient Client, IModelHealth? Health);
}
