using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using LanguageRouter.Budgets;
using LanguageRouter.Learning;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Stickiness;
using LanguageRouter.Tokens;

namespace LanguageRouter.Policies;

/// <summary>Turns valid options into the snapshots that decisions are made from: each policy is its parent's with its own settings laid over it.</summary>
/// <remarks>What a policy inherits it shares with its parent, so that thousands of tenants cost little more than what they state themselves.</remarks>
internal sealed class PolicyCompiler
{
    private readonly RoutingOptions _options;
    private readonly TokenCounters _tokenizers;
    private readonly IReadOnlyDictionary<string, WordingPredictor> _wordings;
    private readonly Dictionary<string, Model> _models;
    private readonly Dictionary<string, RoutingPolicy> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<RouteCatalog, string> _catalogs = new(ReferenceEqualityComparer.Instance);

    private PolicyCompiler(RoutingOptions options, TokenCounters tokenizers, IReadOnlyDictionary<string, WordingPredictor> wordings)
    {
        _options = options;
        _tokenizers = tokenizers;
        _wordings = wordings;
        _models = options.Models.ToDictionary(pair => pair.Key, pair => CompileModel(pair.Key, pair.Value, tokenizers), StringComparer.Ordinal);
    }

    public static RoutingConfiguration Compile(RoutingOptions options, TokenCounters tokenizers, IReadOnlyDictionary<string, WordingPredictor> wordings) =>
        new PolicyCompiler(options, tokenizers, wordings).Compile();

    private RoutingConfiguration Compile()
    {
        var catalog = Catalog(_models);
        var builtIn = new RoutingPolicy
        {
            Version = "",
            Chain = [],
            Catalog = catalog,
            Counters = _tokenizers,
            Mode = RoutingMode.Observe,
            DefaultRoute = catalog.Find(_options.Defaults.DefaultRoute!)!,
            AllowedRoutes = [.. catalog.Routes.Select(route => route.Name)],
            DenyTranslationFor = QualityPriors.Shipped.DeniedTranslations.ToFrozenSet(),
        };
        var defaults = Child("Defaults", _options.Defaults, builtIn);
        return new RoutingConfiguration(
            catalog,
            _tokenizers,
            defaults,
            _options.Tenants.ToFrozenDictionary(pair => pair.Key, pair => Child(pair.Key, pair.Value, Parent(pair.Value, defaults)), StringComparer.Ordinal));
    }

    private RoutingPolicy Parent(RoutingPolicyOptions policy, RoutingPolicy defaults)
    {
        if (policy.Inherits is not { } name)
        {
            return defaults;
        }

        if (!_named.TryGetValue(name, out var parent))
        {
            var options = _options.Policies[name];
            _named[name] = parent = Child(name, options, Parent(options, defaults));
        }

        return parent;
    }

    private RoutingPolicy Child(string name, RoutingPolicyOptions own, RoutingPolicy parent)
    {
        var policy = Overlay(own, parent);
        policy = Finish(policy with { Chain = parent.Chain.Insert(0, name), Experiment = own.Experiment is null ? parent.Experiment : null });
        var experiment = own.Experiment is { } stated ? (stated.Policy!, stated.Mode ?? ExperimentMode.Shadow, stated.Share ?? 0)
            : parent.Experiment is { } inherited ? (inherited.Name, inherited.Mode, inherited.Share)
            : ((string, ExperimentMode, double)?)null;
        return experiment is var (candidate, mode, share)
            ? Finish(policy with { Experiment = new PolicyExperiment { Name = candidate, Mode = mode, Share = share, Candidate = Candidate(candidate, policy) } })
            : policy;
    }

    // The candidate's own settings, and those that it inherits from other named policies, laid over the tenant's.
    private RoutingPolicy Candidate(string name, RoutingPolicy tenant)
    {
        var candidate = tenant with { Experiment = null };
        var options = _options.Policies[name];
        foreach (var (inherited, settings) in PolicyChain.Named(_options, options).Reverse().Append((name, options)))
        {
            candidate = Overlay(settings, candidate) with { Chain = candidate.Chain.Insert(0, inherited) };
        }

        return Finish(candidate);
    }

    private RoutingPolicy Overlay(RoutingPolicyOptions own, RoutingPolicy parent)
    {
        var sections = parent.Sections.Extend(own);
        var catalog = own.Prices is { Count: > 0 } prices ? Catalog(WithPrices(parent.Catalog, prices)) : parent.Catalog;
        return parent with
        {
            Catalog = catalog,
            Mode = own.Mode ?? parent.Mode,
            DefaultRoute = catalog.Find(own.DefaultRoute ?? parent.DefaultRoute.Name)!,
            AllowedRoutes = own.Routes is { } routes ? [.. routes] : parent.AllowedRoutes,
            QualityWeight = own.QualityWeight ?? parent.QualityWeight,
            CostWeight = own.CostWeight ?? parent.CostWeight,
            LatencyWeight = own.LatencyWeight ?? parent.LatencyWeight,
            QualityFloor = own.QualityFloor ?? parent.QualityFloor,
            CostCeilingUsd = own.CostCeilingUsd ?? parent.CostCeilingUsd,
            LatencyCeiling = own.LatencyCeiling ?? parent.LatencyCeiling,
            DenyTranslationFor = own.DenyTranslationFor?.ToFrozenSet() ?? parent.DenyTranslationFor,
            Denials = own.Deny is { } deny ? [.. deny.Select(CompileDenial)] : parent.Denials,
            AllowedOverrides = own.AllowOverrides is { } overrides ? [.. overrides.Distinct().Order()] : parent.AllowedOverrides,
            AllowedRegions = own.AllowedRegions?.ToFrozenSet(StringComparer.Ordinal) ?? parent.AllowedRegions,
            AllowedProviders = own.AllowedProviders?.ToFrozenSet(StringComparer.Ordinal) ?? parent.AllowedProviders,
            UndeterminedLanguage = own.UndeterminedLanguage ?? parent.UndeterminedLanguage,
            DecisionLifetime = own.DecisionLifetime ?? parent.DecisionLifetime,
            ConversationLifetime = own.ConversationLifetime ?? parent.ConversationLifetime,
            Sections = sections,
            Budget = own.Budget is null ? parent.Budget : BudgetPolicy.Compile(sections.Budget),
            Stickiness = own.Stickiness is null ? parent.Stickiness : StickinessPolicy.Compile(own.Stickiness, parent.Stickiness),
            Learning = own.Learning is null ? parent.Learning : LearningPolicy.Compile(own.Learning, parent.Learning, _wordings),
            Resilience = ResilienceCompiler.Compile(own.Resilience, parent.Resilience),
            Translation = own.Translation is null ? parent.Translation : TranslationPolicyCompiler.Compile(sections.Translation),
        };
    }

    // The version must be the same in every process that has the same configuration, so it is made from the values in a fixed order.
    private RoutingPolicy Finish(RoutingPolicy policy)
    {
        var text = new StringBuilder(Description(policy.Catalog));
        foreach (var (name, value) in policy.Describe())
        {
            text.Append('\n').Append(name).Append('=').Append(value);
        }

        return policy with { Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 6)) };
    }

    private string Description(RouteCatalog catalog)
    {
        if (!_catalogs.TryGetValue(catalog, out var description))
        {
            var text = PolicyDescription.Of(catalog, _options.Tokenizers);
            _catalogs[catalog] = description = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        return description;
    }

    private RouteCatalog Catalog(Dictionary<string, Model> models) => new(_options.Routes.Select(route => CompileRoute(route, models, _options)));

    private Dictionary<string, Model> WithPrices(RouteCatalog catalog, IDictionary<string, PriceOptions> prices)
    {
        var models = new Dictionary<string, Model>(_models, StringComparer.Ordinal);
        foreach (var model in catalog.Routes.SelectMany(route => new[] { route.Model, route.Translator?.Model }).OfType<Model>())
        {
            models[model.Name] = model;
        }

        foreach (var (name, own) in prices)
        {
            var listed = models[name].Prices;
            models[name] = models[name] with
            {
                Prices = listed with
                {
                    Input = own.InputPrice ?? listed.Input,
                    CachedInput = own.CachedInputPrice ?? listed.CachedInput,
                    CacheWrite = own.CacheWritePrice ?? listed.CacheWrite,
                    Output = own.OutputPrice ?? listed.Output,
                    Reasoning = own.ReasoningPrice ?? listed.Reasoning,
                },
            };
        }

        return models;
    }

    private static RouteDenial CompileDenial(DenyOptions deny) => new()
    {
        Routes = deny.Routes?.ToFrozenSet(StringComparer.Ordinal),
        Kinds = deny.Kinds?.ToFrozenSet(),
        Tasks = deny.Tasks?.ToFrozenSet(),
        Languages = deny.Languages is { } languages ? [.. languages] : null,
    };

    private static Model CompileModel(string name, ModelOptions model, TokenCounters tokenizers) => new()
    {
        Name = name,
        ModelId = model.ModelId ?? name,
        Provider = model.Provider,
        Region = model.Region,
        Tokenizer = model.Tokenizer,
        BaseTokenizer = model.BaseTokenizer,
        Counters = tokenizers,
        ContextWindow = model.ContextWindow,
        MaxOutputTokens = model.MaxOutputTokens,
        Prices = new ModelPrices { Input = model.InputPrice, CachedInput = model.CachedInputPrice, CacheWrite = model.CacheWritePrice, Output = model.OutputPrice, Reasoning = model.ReasoningPrice },
        Capabilities = model.Capabilities ?? ModelCapabilities.None,
        Tier = model.Tier ?? ModelTier.Unspecified,
        ReasoningTokens = model.ReasoningTokens ?? 0,
        Quality = model.Quality?.ToFrozenDictionary(StringComparer.Ordinal) ?? FrozenDictionary<string, double>.Empty,
        QualitySource = model.QualitySource,
        FirstTokenLatency = model.FirstTokenLatency,
        OutputTokensPerSecond = model.OutputTokensPerSecond,
        InputCountIncludesCached = model.InputCountIncludesCached ?? true,
        SendsFinishReason = model.SendsFinishReason ?? true,
    };

    private static Route CompileRoute(RouteOptions route, Dictionary<string, Model> models, RoutingOptions options) => new()
    {
        Name = route.Name!,
        Kind = route.Kind!.Value,
        Model = models[route.Model!],
        Translator = route.Translator is { } translator ? CompileTranslator(translator, models, options.Translators) : null,
        ReasoningLanguage = route.ReasonIn,
        Adapter = route.Adapter,
        Languages = [.. route.Languages ?? (route.Kind == RouteKind.Adapted ? ["ja"] : [])],
        IsHypothetical = route.Hypothetical ?? false,
        Resilience = ResilienceCompiler.Compile(route.Resilience, options.Resilience),
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
}
