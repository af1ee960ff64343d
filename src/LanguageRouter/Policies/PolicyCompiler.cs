using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LanguageRouter.Budgets;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Stickiness;
using LanguageRouter.Tokens;

namespace LanguageRouter.Policies;

/// <summary>Turns valid options into the snapshot that decisions are made from.</summary>
internal static class PolicyCompiler
{
    public static RoutingConfiguration Compile(RoutingOptions options, TokenCounters tokenizers)
    {
        var models = options.Models.ToDictionary(pair => pair.Key, pair => CompileModel(pair.Key, pair.Value), StringComparer.Ordinal);
        var catalog = new RouteCatalog(options.Routes.Select(route => CompileRoute(route, models, options.Translators)));
        var catalogText = Describe(catalog, options.Tokenizers);
        var defaults = CompilePolicy(options.Defaults, new RoutingPolicyOptions(), catalog, tokenizers, catalogText);
        return new RoutingConfiguration(
            catalog,
            tokenizers,
            defaults,
            options.Tenants.ToFrozenDictionary(pair => pair.Key, pair => CompilePolicy(pair.Value, options.Defaults, catalog, tokenizers, catalogText), StringComparer.Ordinal));
    }

    private static Model CompileModel(string name, ModelOptions model) => new()
    {
        Name = name,
        ModelId = model.ModelId ?? name,
        Provider = model.Provider,
        Region = model.Region,
        Tokenizer = model.Tokenizer,
        ContextWindow = model.ContextWindow,
        MaxOutputTokens = model.MaxOutputTokens,
        Prices = new ModelPrices { Input = model.InputPrice, CachedInput = model.CachedInputPrice, Output = model.OutputPrice, Reasoning = model.ReasoningPrice },
        Capabilities = model.Capabilities ?? ModelCapabilities.None,
        Tier = model.Tier ?? ModelTier.Unspecified,
        ReasoningTokens = model.ReasoningTokens ?? 0,
        Quality = model.Quality?.ToFrozenDictionary(StringComparer.Ordinal) ?? FrozenDictionary<string, double>.Empty,
        QualitySource = model.QualitySource,
        FirstTokenLatency = model.FirstTokenLatency,
        OutputTokensPerSecond = model.OutputTokensPerSecond,
        InputCountIncludesCached = model.InputCountIncludesCached ?? true,
    };

    private static Route CompileRoute(RouteOptions route, Dictionary<string, Model> models, IDictionary<string, TranslatorOptions> translators) => new()
    {
        Name = route.Name!,
        Kind = route.Kind!.Value,
        Model = models[route.Model!],
        Translator = route.Translator is { } translator ? CompileTranslator(translator, models, translators) : null,
        ReasoningLanguage = route.ReasonIn,
        Adapter = route.Adapter,
        Languages = [.. route.Languages ?? (route.Kind == RouteKind.Adapted ? ["ja"] : [])],
        IsHypothetical = route.Hypothetical ?? false,
    };

    private static RouteTranslator CompileTranslator(string name, Dictionary<string, Model> models, IDictionary<string, TranslatorOptions> translators) =>
        models.TryGetValue(name, out var model)
            ? new RouteTranslator { Name = name, Model = model, Provider = model.Provider, Region = model.Region }
            : new RouteTranslator
            {
                Name = name,
                PricePerMillionCharacters = translators[name].PricePerMillionCharacters,
                OverheadTokens = 0,
                Provider = translators[name].Provider,
                Region = translators[name].Region,
            };

    private static RoutingPolicy CompilePolicy(RoutingPolicyOptions own, RoutingPolicyOptions inherited, RouteCatalog catalog, TokenCounters tokenizers, string catalogText)
    {
        var deny = own.DenyTranslationFor ?? inherited.DenyTranslationFor;
        var policy = new RoutingPolicy
        {
            Version = "",
            Catalog = catalog,
            Counters = tokenizers,
            Mode = own.Mode ?? inherited.Mode ?? RoutingMode.Observe,
            DefaultRoute = catalog.Find((own.DefaultRoute ?? inherited.DefaultRoute)!)!,
            AllowedRoutes = [.. own.Routes ?? inherited.Routes ?? [.. catalog.Routes.Select(route => route.Name)]],
            DenyTranslationFor = (deny ?? QualityPriors.Shipped.DeniedTranslations).ToFrozenSet(),
            AllowedRegions = (own.AllowedRegions ?? inherited.AllowedRegions)?.ToFrozenSet(StringComparer.Ordinal),
            AllowedProviders = (own.AllowedProviders ?? inherited.AllowedProviders)?.ToFrozenSet(StringComparer.Ordinal),
            CostCeilingUsd = own.CostCeilingUsd ?? inherited.CostCeilingUsd,
            LatencyCeiling = own.LatencyCeiling ?? inherited.LatencyCeiling,
            UndeterminedLanguage = own.UndeterminedLanguage ?? inherited.UndeterminedLanguage ?? UndeterminedLanguage.DefaultRoute,
            Budget = BudgetPolicy.Compile(own.Budget, inherited.Budget),
            Stickiness = StickinessPolicy.Compile(own.Stickiness, inherited.Stickiness),
        };
        policy = policy with
        {
            QualityWeight = own.QualityWeight ?? inherited.QualityWeight ?? policy.QualityWeight,
            CostWeight = own.CostWeight ?? inherited.CostWeight ?? policy.CostWeight,
            LatencyWeight = own.LatencyWeight ?? inherited.LatencyWeight ?? policy.LatencyWeight,
            QualityFloor = own.QualityFloor ?? inherited.QualityFloor ?? policy.QualityFloor,
            DecisionLifetime = own.DecisionLifetime ?? inherited.DecisionLifetime ?? policy.DecisionLifetime,
            ConversationLifetime = own.ConversationLifetime ?? inherited.ConversationLifetime ?? policy.ConversationLifetime,
        };
        return policy with { Version = VersionOf(policy, catalogText) };
    }

    // The version must be the same in every process that has the same configuration, so it is made from the values in a fixed order.
    private static string VersionOf(RoutingPolicy policy, string catalogText)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            {catalogText}
            {policy.Mode} {policy.DefaultRoute.Name} {string.Join(',', policy.AllowedRoutes)}
            {policy.QualityWeight:R} {policy.CostWeight:R} {policy.LatencyWeight:R} {policy.QualityFloor:R} {policy.CostCeilingUsd} {policy.LatencyCeiling}
            {string.Join(',', policy.DenyTranslationFor.Order())} {Sorted(policy.AllowedRegions)} {Sorted(policy.AllowedProviders)}
            {policy.UndeterminedLanguage} {policy.DecisionLifetime} {policy.ConversationLifetime} {policy.Stickiness.Describe()} {policy.Budget?.Describe()}
            """);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    private static string Sorted(FrozenSet<string>? values) => values is null ? "any" : string.Join(',', values.Order(StringComparer.Ordinal));

    private static string Describe(RouteCatalog catalog, IDictionary<string, string> tokenizers)
    {
        var text = new StringBuilder();
        foreach (var route in catalog.Routes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{route} {route.Adapter} {route.ReasoningLanguage} {route.IsHypothetical} {string.Join(',', route.Languages)} {Describe(route.Model)}");
            if (route.Translator is { } translator)
            {
                text.Append(CultureInfo.InvariantCulture, $" via {translator.Name} {translator.PricePerMillionCharacters} {translator.OverheadTokens} {translator.Provider} {translator.Region}");
                text.Append(translator.Model is { } model ? Describe(model) : "");
            }

            text.AppendLine();
        }

        foreach (var (name, file) in tokenizers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}={Path.GetFileName(file)};");
        }

        return text.ToString();
    }

    private static string Describe(Model model) => string.Create(
        CultureInfo.InvariantCulture,
        $"{model.Name} {model.ModelId} {model.Provider} {model.Region} {model.Tokenizer} {model.ContextWindow} {model.MaxOutputTokens} {model.Prices.Input} {model.Prices.CachedInput} {model.Prices.Output} {model.Prices.Reasoning} {model.Capabilities} {model.Tier} {model.ReasoningTokens} {model.FirstTokenLatency} {model.OutputTokensPerSecond} {model.InputCountIncludesCached} {string.Join(',', model.Quality.OrderBy(pair => pair.Key, StringComparer.Ordinal))}");
}
