using LanguageRouter.Budgets;
using LanguageRouter.Learning;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;
using LanguageRouter.Tokens.SentencePiece;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.Policies;

/// <summary>Reads <see cref="RoutingOptions"/> from the section <c>LanguageRouter</c>.</summary>
internal static class RoutingOptionsReader
{
    /// <param name="section">The section.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="errors">Takes every mistake of form.</param>
    public static RoutingOptions Read(IConfigurationSection section, string folder, List<string> errors)
    {
        var options = new RoutingOptions();
        var root = new ConfigurationReader(section, errors);
        foreach (var model in root.Children("Models"))
        {
            options.Models[model.Key] = ReadModel(model);
        }

        foreach (var tokenizer in root.Children("Tokenizers"))
        {
            options.Tokenizers[tokenizer.Key] = ReadTokenizer(tokenizer, folder);
        }

        foreach (var translator in root.Children("Translators"))
        {
            options.Translators[translator.Key] = ReadTranslator(translator);
        }

        foreach (var route in root.Children("Routes"))
        {
            options.Routes.Add(ReadRoute(route));
        }

        options.Resilience = ResilienceOptionsReader.ReadRoute(root.Child("Resilience"));
        ReadPolicy(root.Child("Defaults"), options.Defaults, folder);
        ReadPolicies(root, "Policies", options.Policies, folder);
        ReadPolicies(root, "Tenants", options.Tenants, folder);
        root.RejectUnknownKeys();
        return options;
    }

    /// <summary>Reads policies by name, as those of tenants.</summary>
    public static void ReadPolicies(ConfigurationReader parent, string key, IDictionary<string, RoutingPolicyOptions> policies, string folder)
    {
        foreach (var policy in parent.Children(key))
        {
            ReadPolicy(policy, policies[policy.Key] = new RoutingPolicyOptions(), folder);
        }
    }

    private static ModelOptions ReadModel(ConfigurationReader model)
    {
        var options = new ModelOptions
        {
            ModelId = model.Text("ModelId"),
            Provider = model.Text("Provider"),
            Region = model.Text("Region"),
            Tokenizer = model.Text("Tokenizer"),
            BaseTokenizer = model.Text("BaseTokenizer"),
            ContextWindow = model.Integer("ContextWindow"),
            MaxOutputTokens = model.Integer("MaxOutputTokens"),
            InputPrice = model.Money("InputPrice"),
            CachedInputPrice = model.Money("CachedInputPrice"),
            CacheWritePrice = model.Money("CacheWritePrice"),
            OutputPrice = model.Money("OutputPrice"),
            ReasoningPrice = model.Money("ReasoningPrice"),
            Capabilities = model.Choices<ModelCapabilities>("Capabilities")?.Aggregate(ModelCapabilities.None, (all, one) => all | one),
            Tier = model.Choice<ModelTier>("Tier"),
            ReasoningTokens = model.Integer("ReasoningTokens"),
            QualitySource = model.Text("QualitySource"),
            FirstTokenLatency = model.Duration("FirstTokenLatency"),
            OutputTokensPerSecond = model.Real("OutputTokensPerSecond"),
            InputCountIncludesCached = model.Flag("InputCountIncludesCached"),
            SendsFinishReason = model.Flag("SendsFinishReason"),
        };
        var quality = model.Child("Quality");
        foreach (var language in model.Children("Quality"))
        {
            if (quality.Real(language.Key) is { } points)
            {
                (options.Quality ??= new Dictionary<string, double>(StringComparer.Ordinal))[language.Key] = points;
            }
        }

        model.Ignore("Client");
        model.RejectUnknownKeys();
        return options;
    }

    // The path alone, or an object where there is more to say.
    private static TokenizerOptions ReadTokenizer(ConfigurationReader tokenizer, string folder)
    {
        var options = new TokenizerOptions { File = tokenizer.Value };
        if (options.File is null)
        {
            options.File = tokenizer.Text("File");
            options.Reading = tokenizer.Choice<SentencePieceDialect>("Reading");
            tokenizer.RejectUnknownKeys();
        }

        options.File = string.IsNullOrEmpty(options.File) ? null : Path.GetFullPath(options.File, folder);
        return options;
    }

    private static TranslatorOptions ReadTranslator(ConfigurationReader translator)
    {
        var options = new TranslatorOptions
        {
            PricePerMillionCharacters = translator.Money("PricePerMillionCharacters"),
            Provider = translator.Text("Provider"),
            Region = translator.Text("Region"),
        };
        translator.RejectUnknownKeys();
        return options;
    }

    private static RouteOptions ReadRoute(ConfigurationReader route)
    {
        var options = new RouteOptions
        {
            Name = route.Text("Name"),
            Kind = route.Choice<RouteKind>("Kind"),
            Model = route.Text("Model"),
            Translator = route.Text("Translator"),
            ReasonIn = route.Text("ReasonIn"),
            Adapter = route.Text("Adapter"),
            Languages = route.Texts("Languages"),
            Hypothetical = route.Flag("Hypothetical"),
            Resilience = ResilienceOptionsReader.ReadRoute(route.Child("Resilience")),
        };
        route.RejectUnknownKeys();
        return options;
    }

    private static void ReadPolicy(ConfigurationReader policy, RoutingPolicyOptions options, string folder)
    {
        options.Inherits = policy.Text("Inherits");
        options.Mode = policy.Choice<RoutingMode>("Mode");
        options.DefaultRoute = policy.Text("DefaultRoute");
        options.Routes = policy.Texts("Routes");
        options.QualityWeight = policy.Real("QualityWeight");
        options.CostWeight = policy.Real("CostWeight");
        options.LatencyWeight = policy.Real("LatencyWeight");
        options.QualityFloor = policy.Real("QualityFloor");
        options.CostCeilingUsd = policy.Money("CostCeilingUsd");
        options.LatencyCeiling = policy.Duration("LatencyCeiling");
        options.DenyTranslationFor = policy.Choices<TaskKind>("DenyTranslationFor");
        options.Deny = policy.Items("Deny")?.ConvertAll(ReadDenial);
        options.Prices = policy.Items("Prices")?.ToDictionary(prices => prices.Key, ReadPrices, StringComparer.Ordinal);
        options.AllowOverrides = policy.Choices<RoutingOverrideKind>("AllowOverrides");
        options.Experiment = policy.Items("Experiment") is null ? null : ReadExperiment(policy.Child("Experiment"));
        options.AllowedRegions = policy.Texts("AllowedRegions");
        options.AllowedProviders = policy.Texts("AllowedProviders");
        options.UndeterminedLanguage = policy.Choice<UndeterminedLanguage>("UndeterminedLanguage");
        options.DecisionLifetime = policy.Duration("DecisionLifetime");
        options.ConversationLifetime = policy.Duration("ConversationLifetime");
        options.Translation = TranslationPolicyReader.Read(policy);
        options.Resilience = ResilienceOptionsReader.ReadPolicy(policy.Child("Resilience"));
        options.Budget = BudgetOptionsReader.Read(policy);
        options.Stickiness = StickinessOptionsReader.Read(policy);
        options.Learning = LearningOptionsReader.Read(policy, folder);
        policy.RejectUnknownKeys();
    }

    private static DenyOptions ReadDenial(ConfigurationReader denial)
    {
        var options = new DenyOptions
        {
            Routes = denial.Texts("Routes"),
            Kinds = denial.Choices<RouteKind>("Kinds"),
            Tasks = denial.Choices<TaskKind>("Tasks"),
            Languages = denial.Texts("Languages"),
        };
        denial.RejectUnknownKeys();
        return options;
    }

    private static PriceOptions ReadPrices(ConfigurationReader prices)
    {
        var options = new PriceOptions
        {
            InputPrice = prices.Money("InputPrice"),
            CachedInputPrice = prices.Money("CachedInputPrice"),
            CacheWritePrice = prices.Money("CacheWritePrice"),
            OutputPrice = prices.Money("OutputPrice"),
            ReasoningPrice = prices.Money("ReasoningPrice"),
        };
        prices.RejectUnknownKeys();
        return options;
    }

    private static ExperimentOptions ReadExperiment(ConfigurationReader experiment)
    {
        var options = new ExperimentOptions
        {
            Policy = experiment.Text("Policy"),
            Mode = experiment.Choice<ExperimentMode>("Mode"),
            Share = experiment.Real("Share"),
        };
        experiment.RejectUnknownKeys();
        return options;
    }
}
