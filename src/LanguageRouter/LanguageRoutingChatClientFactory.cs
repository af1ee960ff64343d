using LanguageRouter.Budgets;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Execution.Resilience;
using LanguageRouter.Learning;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Scoring.Usage;
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

        var clients = new RouteClients(modelClients, services.GetServices<ITranslator>(), services.GetRequiredService<FidelityGates>(), time);
        clients.Validate(policies.Current.Catalog);
        var health = services.GetRequiredService<RouteHealthTracker>();
        health.Use(policies.Current.Catalog);
        policies.Changing += next =>
        {
            clients.Validate(next.Catalog);
            health.Use(next.Catalog);
            cache.Clear();
        };

        var classifiers = new RouteErrorClassifiers(services.GetServices<IRouteErrorClassifier>());
        var executor = new RouteExecutor(new AttemptRunner(clients, classifiers, health, telemetry, time));
        var ledger = services.GetRequiredService<IBudgetLedger>();
        var routes = new KeptRoutes(services.GetRequiredService<IConversationMemory>(), time);
        var pipeline = new RoutingPipeline(new DecisionMemory(cache), routes, ledger, executor, records, telemetry, services.GetRequiredService<BudgetTelemetry>(), time);
        var states = new DecisionStateReader(
            [clients, .. services.GetServices<IRouteAvailability>()], ledger, services.GetRequiredService<UsageLearning>(), services.GetService<QualityLearner>(), services.GetRequiredService<RouteExploration>(), time);
        return new LanguageRoutingChatClient(policies, pipeline, new RouteRunner(clients, time), states, records, services.GetService<ITenantAccessor>(), time);
    }
}
