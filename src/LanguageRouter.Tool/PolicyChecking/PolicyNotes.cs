using LanguageRouter.Policies;
using LanguageRouter.Routes;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>What a good configuration still leaves unknown.</summary>
internal static class PolicyNotes
{
    /// <summary>The policies, the defaults first and without a tenant.</summary>
    public static IEnumerable<(string? Tenant, RoutingPolicy Policy)> Policies(RoutingConfiguration configuration) =>
    [
        (null, configuration.Defaults),
        .. configuration.Tenants.Order(StringComparer.Ordinal).Select(tenant => ((string?)tenant, configuration.PolicyOf(tenant))),
    ];

    /// <summary>One note for each figure that decisions will lack.</summary>
    public static IEnumerable<string> Of(CheckedConfiguration result)
    {
        var configuration = result.Configuration ?? throw new ArgumentException("Only a good configuration leaves figures open.", nameof(result));
        foreach (var variable in result.MissingKeys)
        {
            yield return $"the key variable '{variable}' is not set here: whether the key is right shows where the application runs.";
        }

        var models = configuration.Catalog.Routes.SelectMany(route => new[] { route.Model, route.Translator?.Model }).OfType<Model>().DistinctBy(model => model.Name, StringComparer.Ordinal);
        foreach (var model in models)
        {
            if (model.Tokenizer is null)
            {
                yield return $"model '{model.Name}' names no tokenizer: its bills are unknown.";
            }
            else if (model.Prices.Input is null || model.Prices.Output is null)
            {
                yield return $"model '{model.Name}' has no {(model.Prices.Input is null ? "input" : "output")} price: its bills are unknown.";
            }

            if (model.ContextWindow is null)
            {
                yield return $"model '{model.Name}' has no context window: no request is held to be too long for it.";
            }
        }

        foreach (var route in configuration.Catalog.Routes.Where(route => route.Kind == RouteKind.Adapted && route.Model.BaseTokenizer is null))
        {
            yield return $"model '{route.Model.Name}' of the adapted route '{route.Name}' has no BaseTokenizer: records will not tell whether its tokenizer pays.";
        }

        foreach (var translator in configuration.Catalog.Routes.Select(route => route.Translator).Where(translator => translator is { Model: null, PricePerMillionCharacters: null }).DistinctBy(translator => translator!.Name, StringComparer.Ordinal))
        {
            yield return $"translator '{translator!.Name}' has no price per million characters: its bills are unknown.";
        }
    }
}
