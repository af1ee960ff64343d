using System.Globalization;
using LanguageRouter.Routes;
using LanguageRouter.Tool.Reporting;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Says what differs between the models and routes of two configurations.</summary>
internal static class CatalogWords
{
    public static List<string> Between(RouteCatalog before, RouteCatalog after)
    {
        var sentences = new List<string>();
        foreach (var route in before.Routes.Where(route => after.Find(route.Name) is null))
        {
            sentences.Add($"route '{route.Name}' is gone.");
        }

        foreach (var route in after.Routes)
        {
            if (before.Find(route.Name) is not { } old)
            {
                sentences.Add($"route '{route.Name}' is new: {Names.Of(route.Kind)}, model '{route.Model.Name}'{(route.IsHypothetical ? ", hypothetical" : "")}.");
            }
            else
            {
                Compare(sentences, $"route '{route.Name}'", Facts(old), Facts(route));
            }
        }

        var models = Models(before);
        foreach (var model in Models(after).Values)
        {
            if (models.TryGetValue(model.Name, out var old))
            {
                Compare(sentences, $"model '{model.Name}'", Facts(old), Facts(model));
            }
        }

        return sentences;
    }

    private static void Compare(List<string> sentences, string what, (string Name, string Value)[] before, (string Name, string Value)[] after)
    {
        foreach (var ((name, old), (_, value)) in before.Zip(after).Where(pair => pair.First.Value != pair.Second.Value))
        {
            sentences.Add($"{what}: {name} {old} -> {value}.");
        }
    }

    private static Dictionary<string, Model> Models(RouteCatalog catalog) =>
        catalog.Routes.SelectMany(route => new[] { route.Model, route.Translator?.Model }).OfType<Model>().DistinctBy(model => model.Name, StringComparer.Ordinal).ToDictionary(model => model.Name, StringComparer.Ordinal);

    private static (string, string)[] Facts(Route route) =>
    [
        ("kind", Names.Of(route.Kind)),
        ("model", route.Model.Name),
        ("translator", route.Translator?.Name ?? "none"),
        ("reasons in", route.ReasoningLanguage ?? "the request's language"),
        ("adapter", route.Adapter ?? "none"),
        ("languages", route.Languages.Count == 0 ? "all" : string.Join(", ", route.Languages)),
        ("hypothetical", route.IsHypothetical ? "yes" : "no"),
    ];

    private static (string, string)[] Facts(Model model) =>
    [
        ("identifier", model.ModelId),
        ("provider", model.Provider ?? "not stated"),
        ("region", model.Region ?? "not stated"),
        ("tokenizer", model.Tokenizer ?? "unknown"),
        ("context window", Text(model.ContextWindow)),
        ("largest answer", Text(model.MaxOutputTokens)),
        ("price of input", Text(model.Prices.Input)),
        ("price of cached input", Text(model.Prices.CachedInput)),
        ("price of output", Text(model.Prices.Output)),
        ("price of reasoning", Text(model.Prices.Reasoning)),
        ("capabilities", model.Capabilities.ToString()),
        ("tier", Names.Of(model.Tier)),
        ("reasoning tokens", Text(model.ReasoningTokens)),
        ("quality", model.Quality.Count == 0 ? "unmeasured" : string.Join(", ", model.Quality.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")))),
    ];

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "unknown";
}
