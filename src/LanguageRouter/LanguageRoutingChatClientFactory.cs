using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Stickiness;
using LanguageRouter.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter;

/// <summary>Puts the router together from an application's services.</summary>
internal static class LanguageRoutingChatClientFactory
{
    /// <summary>Creates a router; an inner client serves the model of the default route.</summary>
    public static LanguageRoutingChatClient Create(IServiceProvider services, IChatClient? innerClient)
    {
        var policies = services.GetRequiredService<PolicySource>();
        var telemetry = services.GetRequiredService<RoutingTelemetry>();
        var records = services.GetRequiredService<RecordQueue>();
        var cache = services.GetRequiredService<IDecisionCache>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;

        var modelClients = services.GetServices<IModelClients>();
        if (innerClient is not null)
        {
            modelClients = modelClients.Prepend(new SingleModelClient(policies.Current.Defaults.DefaultRoute.Model.Name, innerClient));
        }

        var clients = new RouteClients(modelClients, services.GetServices<ITranslator>(), time);
        clients.Validate(policies.Current.Catalog);
        policies.Changing += next =>
        {
            clients.Validate(next.Catalog);
            cache.Clear();
        };

        var executor = new RouteExecutor(clients, new RouteErrorClassifiers(services.GetServices<IRouteErrorClassifier>()), telemetry, time);
        var ledger = services.GetRequiredService<IBudgetLedger>();
        var routes = new KeptRoutes(services.GetRequiredService<IConversationMemory>(), time);
        var pipeline = new RoutingPipeline(new DecisionMemory(cache), routes, ledger, executor, records, telemetry, services.GetRequiredService<BudgetTelemetry>(), time);
        var states = new DecisionStateReader(services.GetServices<IRouteAvailability>(), ledger);
        return new LanguageRoutingChatClient(policies, pipeline, states, records, services.GetService<ITenantAccessor>(), time);
    }
}
