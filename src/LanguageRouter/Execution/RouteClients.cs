using System.Runtime.CompilerServices;
using LanguageRouter.Paths.ReasoningLanguage;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace LanguageRouter.Execution;

/// <summary>Puts a route's path together: the models' clients, and the path client around them.</summary>
internal sealed class RouteClients(IEnumerable<IModelClients> modelClients)
{
    private readonly IModelClients[] _modelClients = [.. modelClients];

    // Weak keys: the routes of a configuration that was replaced go with it.
    private readonly ConditionalWeakTable<Route, IChatClient> _clients = [];

    /// <summary>The client of a route that is not hypothetical.</summary>
    public IChatClient Get(Route route) => _clients.GetValue(route, Create);

    /// <summary>Checks that every route that can be executed has its clients.</summary>
    public void Validate(RouteCatalog catalog)
    {
        var failures = new List<string>();
        foreach (var route in catalog.Routes.Where(route => !route.IsHypothetical))
        {
            Check(route, route.Model, failures);
            if (route.Translator?.Model is { } translator)
            {
                Check(route, translator, failures);
            }
        }

        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Policies.RoutingOptions.SectionName, typeof(RouteCatalog), failures);
        }
    }

    private void Check(Route route, Model model, List<string> failures)
    {
        if (Find(model) is null)
        {
            failures.Add($"Route '{route.Name}' needs model '{model.Name}', which has no client. Fix: configure Models:{model.Name}:Client (package LanguageRouter.OpenAI), register an IModelClients that knows it, or mark the route as hypothetical.");
        }
    }

    private IChatClient Create(Route route)
    {
        var client = Find(route.Model)
            ?? throw new InvalidOperationException($"Route '{route.Name}': model '{route.Model.Name}' has no client. Configure one, or mark the route as hypothetical.");
        return route.ReasoningLanguage is { } language ? new ReasoningLanguageChatClient(client, language) : client;
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
}
