using LanguageRouter.Policies;
using LanguageRouter.Routes;

namespace LanguageRouter.Benchmarks;

/// <summary>Three routes, one of each path, over three models and two tokenizers.</summary>
internal static class BenchmarkConfiguration
{
    public static RoutingConfiguration Create()
    {
        var options = new RoutingOptions
        {
            Models =
            {
                ["gpt-4o"] = new ModelOptions { Provider = "openai", Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 2.5m, CachedInputPrice = 1.25m, OutputPrice = 10, Tier = ModelTier.Frontier },
                ["gpt-4o-mini"] = new ModelOptions { Provider = "openai", Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 0.15m, OutputPrice = 0.6m, Tier = ModelTier.Small },
                ["local"] = new ModelOptions { Provider = "own", Tokenizer = "cl100k_base", ContextWindow = 32_768, InputPrice = 0.05m, OutputPrice = 0.1m, Tier = ModelTier.Small },
            },
            Routes =
            {
                new RouteOptions { Name = "direct", Kind = RouteKind.Direct, Model = "gpt-4o" },
                new RouteOptions { Name = "english", Kind = RouteKind.Translated, Model = "gpt-4o", Translator = "gpt-4o-mini" },
                new RouteOptions { Name = "japanese", Kind = RouteKind.Adapted, Model = "local", Adapter = "ja-lora" },
            },
        };
        options.Defaults.DefaultRoute = "direct";
        options.Defaults.Mode = RoutingMode.Observe;
        return RoutingConfiguration.Create(options);
    }
}
