using LanguageRouter.Budgets;
using LanguageRouter.Routes;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Policies;

/// <summary>Checks what a configuration means, once its form is right, and collects every mistake with its path and its fix.</summary>
internal static class RoutingOptionsValidator
{
    private const decimal HighestPrice = 10_000;

    public static void Validate(RoutingOptions options, IReadOnlyCollection<string> builtInTokenizers, List<string> errors)
    {
        foreach (var (name, model) in options.Models)
        {
            CheckModel(options, builtInTokenizers, $"Models:{name}", model, errors);
        }

        foreach (var (name, translator) in options.Translators)
        {
            CheckPrice($"Translators:{name}:PricePerMillionCharacters", translator.PricePerMillionCharacters, errors);
            if (options.Models.ContainsKey(name))
            {
                errors.Add($"Translators:{name} has the name of a model. Fix: give the service another name.");
            }
        }

        foreach (var (name, file) in options.Tokenizers)
        {
            if (builtInTokenizers.Contains(name, StringComparer.Ordinal))
            {
                errors.Add($"Tokenizers:{name} has the name of a built-in tokenizer. Fix: give the file another name.");
            }
            else if (file.Length == 0)
            {
                errors.Add($"Tokenizers:{name} names no file. Fix: write the path of a SentencePiece .model file.");
            }
            else if (!File.Exists(file))
            {
                errors.Add($"Tokenizers:{name} is '{file}', which does not exist. Fix: correct the path (relative paths start at the working directory '{Environment.CurrentDirectory}').");
            }
        }

        CheckRoutes(options, errors);
        CheckPolicy(options, "Defaults", options.Defaults, errors);
        foreach (var (tenant, policy) in options.Tenants)
        {
            CheckPolicy(options, $"Tenants:{tenant}", policy, errors);
            if (tenant.Length == 0)
            {
                errors.Add("Tenants has an empty name. Fix: name the tenant.");
            }
        }

        if (options.Defaults.DefaultRoute is null)
        {
            errors.Add("Defaults:DefaultRoute is missing. Fix: name the route that the application takes without the router.");
        }
    }

    private static void CheckModel(RoutingOptions options, IReadOnlyCollection<string> builtIn, string path, ModelOptions model, List<string> errors)
    {
        CheckPrice($"{path}:InputPrice", model.InputPrice, errors);
        CheckPrice($"{path}:CachedInputPrice", model.CachedInputPrice, errors);
        CheckPrice($"{path}:OutputPrice", model.OutputPrice, errors);
        CheckPrice($"{path}:ReasoningPrice", model.ReasoningPrice, errors);
        CheckAbove(0, $"{path}:ContextWindow", model.ContextWindow, errors);
        CheckAbove(0, $"{path}:MaxOutputTokens", model.MaxOutputTokens, errors);
        CheckAbove(-1, $"{path}:ReasoningTokens", model.ReasoningTokens, errors);
        CheckAbove(0, $"{path}:OutputTokensPerSecond", model.OutputTokensPerSecond, errors);
        CheckDuration($"{path}:FirstTokenLatency", model.FirstTokenLatency, errors);
        if (model.Tokenizer is { } tokenizer && !builtIn.Contains(tokenizer, StringComparer.Ordinal) && !options.Tokenizers.ContainsKey(tokenizer))
        {
            errors.Add($"{path}:Tokenizer is '{tokenizer}', which is neither built in ({string.Join(", ", builtIn)}) nor under Tokenizers. Fix: add Tokenizers:{tokenizer} with the path of its .model file.");
        }

        if (model.Quality is { Count: > 0 } quality)
        {
            if (model.QualitySource is null)
            {
                errors.Add($"{path}:Quality has figures without a source. Fix: name the benchmark in {path}:QualitySource.");
            }

            foreach (var (language, points) in quality.Where(pair => pair.Value is < 0 or > 100))
            {
                errors.Add(FormattableString.Invariant($"{path}:Quality:{language} is {points}. Fix: write points of 0 to 100."));
            }
        }
    }

    private static void CheckRoutes(RoutingOptions options, List<string> errors)
    {
        if (options.Routes.Count == 0)
        {
            errors.Add("Routes is empty. Fix: configure at least the direct route that the application takes today.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Routes.Count; i++)
        {
            var route = options.Routes[i];
            var path = route.Name is { } name ? $"Routes:{i} ('{name}')" : $"Routes:{i}";
            if (route.Name is null)
            {
                errors.Add($"{path}:Name is missing. Fix: name the route.");
            }
            else if (!names.Add(route.Name))
            {
                errors.Add($"{path}:Name is used twice. Fix: give each route its own name.");
            }

            if (route.Kind is null)
            {
                errors.Add($"{path}:Kind is missing. Fix: write direct, translated or adapted.");
            }

            CheckReference($"{path}:Model", route.Model, options.Models.ContainsKey, "Models", required: true, errors);
            var translated = route.Kind == RouteKind.Translated;
            CheckReference($"{path}:Translator", route.Translator, key => options.Models.ContainsKey(key) || options.Translators.ContainsKey(key), "Models or Translators", translated, errors);
            CheckOnlyFor(translated, $"{path}:Translator", route.Translator, "a translated route", errors);
            CheckOnlyFor(route.Kind == RouteKind.Direct, $"{path}:ReasonIn", route.ReasonIn, "a direct route", errors);
            CheckOnlyFor(route.Kind == RouteKind.Adapted, $"{path}:Adapter", route.Adapter, "an adapted route", errors);
        }
    }

    private static void CheckPolicy(RoutingOptions options, string path, RoutingPolicyOptions policy, List<string> errors)
    {
        bool IsRoute(string name) => options.Routes.Any(route => route.Name == name);
        CheckReference($"{path}:DefaultRoute", policy.DefaultRoute, IsRoute, "Routes", required: false, errors);
        foreach (var route in policy.Routes ?? [])
        {
            CheckReference($"{path}:Routes", route, IsRoute, "Routes", required: true, errors);
        }

        var allowed = policy.Routes ?? options.Defaults.Routes;
        var defaultRoute = policy.DefaultRoute ?? options.Defaults.DefaultRoute;
        if (allowed is not null && defaultRoute is not null && !allowed.Contains(defaultRoute))
        {
            errors.Add($"{path}:Routes leaves out the default route '{defaultRoute}'. Fix: add it, or name another DefaultRoute.");
        }

        if (options.Routes.FirstOrDefault(route => route.Name == defaultRoute) is { Hypothetical: true })
        {
            errors.Add($"{path}:DefaultRoute is '{defaultRoute}', which is hypothetical. Fix: requests must have somewhere to go; name a route with a client.");
        }

        CheckAbove(-1e-9, $"{path}:QualityWeight", policy.QualityWeight, errors);
        CheckAbove(-1e-9, $"{path}:CostWeight", policy.CostWeight, errors);
        CheckAbove(-1e-9, $"{path}:LatencyWeight", policy.LatencyWeight, errors);
        CheckPrice($"{path}:CostCeilingUsd", policy.CostCeilingUsd, errors);
        CheckDuration($"{path}:LatencyCeiling", policy.LatencyCeiling, errors);
        CheckDuration($"{path}:DecisionLifetime", policy.DecisionLifetime, errors);
        CheckDuration($"{path}:ConversationLifetime", policy.ConversationLifetime, errors);
        if (policy.Budget is { } budget)
        {
            BudgetOptionsValidator.Validate($"{path}:Budget", budget, errors);
        }

        BudgetOptionsValidator.ValidatePrices(path, options, policy, errors);
        if (policy.Stickiness is { } stickiness)
        {
            StickinessOptionsValidator.Validate($"{path}:Stickiness", stickiness, errors);
        }

        if (policy.QualityFloor is < -100 or > 100)
        {
            errors.Add(FormattableString.Invariant($"{path}:QualityFloor is {policy.QualityFloor}. Fix: write points of -100 to 100 against the default route."));
        }
    }

    private static void CheckReference(string path, string? name, Func<string, bool> exists, string where, bool required, List<string> errors)
    {
        if (name is null)
        {
            if (required)
            {
                errors.Add($"{path} is missing. Fix: name one under {where}.");
            }
        }
        else if (!exists(name))
        {
            errors.Add($"{path} is '{name}', which is not under {where}. Fix: correct the name, or add it there.");
        }
    }

    private static void CheckOnlyFor(bool applies, string path, string? value, string what, List<string> errors)
    {
        if (value is not null && !applies)
        {
            errors.Add($"{path} is '{value}', but only {what} has one. Fix: remove it, or correct the route's Kind.");
        }
    }

    private static void CheckPrice(string path, decimal? price, List<string> errors)
    {
        if (price is < 0 or > HighestPrice)
        {
            errors.Add(FormattableString.Invariant($"{path} is {price}. Fix: write USD of 0 to {HighestPrice}; leave it out where it is unknown."));
        }
    }

    private static void CheckAbove(double limit, string path, double? value, List<string> errors)
    {
        if (value <= limit)
        {
            errors.Add(FormattableString.Invariant($"{path} is {value}. Fix: write a number {(limit < 0 ? "of 0 or more" : "above 0")}."));
        }
    }

    private static void CheckDuration(string path, TimeSpan? value, List<string> errors)
    {
        if (value < TimeSpan.Zero)
        {
            errors.Add($"{path} is {value:c}. Fix: write a duration of 0 or more.");
        }
    }
}
