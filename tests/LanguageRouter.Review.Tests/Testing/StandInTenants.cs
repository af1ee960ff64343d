using LanguageRouter.Policies;
using LanguageRouter.Routes;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>A configuration with real prices over stand-ins: two models of a provider, one of one's own, three tenants.</summary>
internal static class StandInTenants
{
    public static RoutingOptions Options()
    {
        var options = new RoutingOptions
        {
            Models =
            {
                ["gpt-4o"] = new ModelOptions { ModelId = "gpt-4o-2024-11-20", Provider = "openai", Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 2.5m, CachedInputPrice = 1.25m, OutputPrice = 10, Tier = ModelTier.Frontier, FirstTokenLatency = TimeSpan.FromSeconds(0.5), OutputTokensPerSecond = 90 },
                ["gpt-4o-mini"] = new ModelOptions { Provider = "openai", Tokenizer = "o200k_base", ContextWindow = 128_000, InputPrice = 0.15m, CachedInputPrice = 0.075m, OutputPrice = 0.6m, Tier = ModelTier.Small, FirstTokenLatency = TimeSpan.FromSeconds(0.4), OutputTokensPerSecond = 120 },
                ["shisa-v2-unphi4-14b"] = new ModelOptions { ModelId = "shisa-ai/shisa-v2-unphi4-14b", Provider = "own", Region = "jp", Tokenizer = "cl100k_base", ContextWindow = 16_384, InputPrice = 0.07m, OutputPrice = 0.14m, Tier = ModelTier.Small },
            },
            Routes =
            {
                new RouteOptions { Name = "direct", Kind = RouteKind.Direct, Model = "gpt-4o" },
                new RouteOptions { Name = "reason-in-english", Kind = RouteKind.Direct, Model = "gpt-4o", ReasonIn = "en" },
                new RouteOptions { Name = "translated", Kind = RouteKind.Translated, Model = "gpt-4o", Translator = "gpt-4o-mini" },
                new RouteOptions { Name = "adapted", Kind = RouteKind.Adapted, Model = "shisa-v2-unphi4-14b" },
            },
        };
        options.Models["gpt-4o"].Quality = new Dictionary<string, double> { ["ja"] = 89.9 };
        options.Models["shisa-v2-unphi4-14b"].Quality = new Dictionary<string, double> { ["ja"] = 80 };
        options.Models["gpt-4o"].QualitySource = options.Models["shisa-v2-unphi4-14b"].QualitySource = "shaberi, judge gpt-4.1";
        options.Defaults.DefaultRoute = "direct";
        options.Defaults.Mode = RoutingMode.Observe;
        options.Tenants["careful"] = new RoutingPolicyOptions { Mode = RoutingMode.Enforce };
        options.Tenants["thrifty"] = new RoutingPolicyOptions { Mode = RoutingMode.Enforce, CostWeight = 0.6, QualityFloor = -15 };
        return options;
    }
}
