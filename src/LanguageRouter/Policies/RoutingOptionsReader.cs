using LanguageRouter.Budgets;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;
using Microsoft.Extensions.Configuration;

namespace LanguageRouter.Policies;

/// <summary>Reads <see cref="RoutingOptions"/> from the section <c>LanguageRouter</c>.</summary>
internal static class RoutingOptionsReader
{
    public static RoutingOptions Read(IConfigurationSection section, List<string> errors)
    {
        var options = new RoutingOptions();
        var root = new ConfigurationReader(section, errors);
        foreach (var model in root.Children("Models"))
        {
            options.Models[model.Key] = ReadModel(model);
        }

        foreach (var tokenizer in root.Children("Tokenizers"))
        {
            options.Tokenizers[tokenizer.Key] = tokenizer.Value ?? "";
        }

        foreach (var translator in root.Children("Translators"))
        {
            options.Translators[translator.Key] = ReadTranslator(translator);
        }

        foreach (var route in root.Children("Routes"))
        {
            options.Routes.Add(ReadRoute(route));
        }

        ReadPolicy(root.Child("Defaults"), options.Defaults);
        foreach (var tenant in root.Children("Tenants"))
        {
            ReadPolicy(tenant, options.Tenants[tenant.Key] = new RoutingPolicyOptions());
        }

        root.RejectUnknownKeys();
        return options;
    }

    private static ModelOptions ReadModel(ConfigurationReader model)
    {
        var options = new ModelOptions
        {
            ModelId = model.Text("ModelId"),
            Provider = model.Text("Provider"),
            Region = model.Text("Region"),
            Tokenizer = model.Text("Tokenizer"),
            ContextWindow = model.Integer("ContextWindow"),
            MaxOutputTokens = model.Integer("MaxOutputTokens"),
            InputPrice = model.Money("InputPrice"),
            CachedInputPrice = model.Money("CachedInputPrice"),
            OutputPrice = model.Money("OutputPrice"),
            ReasoningPrice = model.Money("ReasoningPrice"),
            Capabilities = model.Choices<ModelCapabilities>("Capabilities")?.Aggregate(ModelCapabilities.None, (all, one) => all | one),
            Tier = model.Choice<ModelTier>("Tier"),
            ReasoningTokens = model.Integer("ReasoningTokens"),
            QualitySource = model.Text("QualitySource"),
            FirstTokenLatency = model.Duration("FirstTokenLatency"),
            OutputTokensPerSecond = model.Real("OutputTokensPerSecond"),
            InputCountIncludesCached = model.Flag("InputCountIncludesCached"),
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
        };
        route.RejectUnknownKeys();
        return options;
    }

    private static void ReadPolicy(ConfigurationReader policy, RoutingPolicyOptions options)
    {
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
        options.AllowedRegions = policy.Texts("AllowedRegions");
        options.AllowedProviders = policy.Texts("AllowedProviders");
        options.UndeterminedLanguage = policy.Choice<UndeterminedLanguage>("UndeterminedLanguage");
        options.DecisionLifetime = policy.Duration("DecisionLifetime");
        options.ConversationLifetime = policy.Duration("ConversationLifetime");
        options.Budget = BudgetOptionsReader.Read(policy);
        options.Stickiness = StickinessOptionsReader.Read(policy);
        policy.RejectUnknownKeys();
    }
}
