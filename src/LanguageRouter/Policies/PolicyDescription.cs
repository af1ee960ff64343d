using System.Collections.Frozen;
using System.Globalization;
using LanguageRouter.Routes;
using LanguageRouter.Signals;

namespace LanguageRouter.Policies;

/// <summary>Writes a policy out: for its version, for people, and for comparing two.</summary>
internal static class PolicyDescription
{
    private const string Any = "any";
    private const string None = "none";

    public static List<KeyValuePair<string, string>> Of(RoutingPolicy policy)
    {
        var lines = new List<KeyValuePair<string, string>>(24);
        Add("Mode", KebabNames<RoutingMode>.Of(policy.Mode));
        Add("DefaultRoute", policy.DefaultRoute.Name);
        Add("Routes", string.Join(", ", policy.AllowedRoutes));
        Add("QualityWeight", Text(policy.QualityWeight));
        Add("CostWeight", Text(policy.CostWeight));
        Add("LatencyWeight", Text(policy.LatencyWeight));
        Add("QualityFloor", Text(policy.QualityFloor));
        Add("CostCeilingUsd", policy.CostCeilingUsd?.ToString(CultureInfo.InvariantCulture) ?? None);
        Add("LatencyCeiling", policy.LatencyCeiling?.ToString("c", CultureInfo.InvariantCulture) ?? None);
        Add("DenyTranslationFor", policy.DenyTranslationFor.Count == 0 ? None : string.Join(", ", policy.DenyTranslationFor.Order().Select(KebabNames<TaskKind>.Of)));
        Add("Deny", policy.Denials.IsEmpty ? None : string.Join("; ", policy.Denials));
        Add("AllowedRegions", Sorted(policy.AllowedRegions));
        Add("AllowedProviders", Sorted(policy.AllowedProviders));
        Add("UndeterminedLanguage", KebabNames<UndeterminedLanguage>.Of(policy.UndeterminedLanguage));
        Add("AllowOverrides", policy.AllowedOverrides.IsEmpty ? None : string.Join(", ", policy.AllowedOverrides.Select(KebabNames<RoutingOverrideKind>.Of)));
        Add("Experiment", Text(policy.Experiment));
        Add("DecisionLifetime", policy.DecisionLifetime.ToString("c", CultureInfo.InvariantCulture));
        Add("ConversationLifetime", policy.ConversationLifetime.ToString("c", CultureInfo.InvariantCulture));
        Add("Translation", TranslationPolicyCompiler.Describe(policy.Translation));
        Add("Resilience", ResilienceCompiler.Describe(policy.Resilience));
        Add("Budget", policy.Budget?.Describe() ?? None);
        Add("Stickiness", policy.Stickiness.Describe());
        Add("Learning", policy.Learning.Describe());
        return lines;

        void Add(string name, string value) => lines.Add(new(name, value));
    }

    /// <summary>Writes out what all policies of a catalog share: routes, models, prices, tokenizers.</summary>
    public static string Of(RouteCatalog catalog, IEnumerable<KeyValuePair<string, TokenizerOptions>> tokenizers)
    {
        var text = new System.Text.StringBuilder();
        foreach (var route in catalog.Routes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{route} {route.Adapter} {route.ReasoningLanguage} {route.IsHypothetical} {string.Join(',', route.Languages)} {ResilienceCompiler.Describe(route.Resilience)} {Text(route.Model)}");
            if (route.Translator is { } translator)
            {
                text.Append(CultureInfo.InvariantCulture, $" via {translator.Name} {translator.PricePerMillionCharacters} {translator.OverheadTokens} {translator.Provider} {translator.Region}");
                text.Append(translator.Model is { } model ? Text(model) : "");
            }

            text.AppendLine();
        }

        foreach (var (name, tokenizer) in tokenizers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}={Path.GetFileName(tokenizer.File)}{tokenizer.Reading};");
        }

        return text.ToString();
    }

    private static string Text(Model model) => string.Create(
        CultureInfo.InvariantCulture,
        $"{model.Name} {model.ModelId} {model.Provider} {model.Region} {model.Tokenizer} {model.BaseTokenizer} {model.ContextWindow} {model.MaxOutputTokens} {model.Prices.Input} {model.Prices.CachedInput} {model.Prices.CacheWrite} {model.Prices.Output} {model.Prices.Reasoning} {model.Capabilities} {model.Tier} {model.ReasoningTokens} {model.FirstTokenLatency} {model.OutputTokensPerSecond} {model.InputCountIncludesCached} {model.SendsFinishReason} {string.Join(',', model.Quality.OrderBy(pair => pair.Key, StringComparer.Ordinal))}");

    private static string Text(PolicyExperiment? experiment) => experiment is null ? None
        : string.Create(CultureInfo.InvariantCulture, $"{experiment.Name} ({experiment.Candidate.Version}) {KebabNames<ExperimentMode>.Of(experiment.Mode)} {experiment.Share:R}");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Sorted(FrozenSet<string>? values) => values is null ? Any : string.Join(", ", values.Order(StringComparer.Ordinal));
}
