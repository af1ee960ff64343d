using LanguageRouter.Budgets;
using LanguageRouter.Learning;
using LanguageRouter.Stickiness;

namespace LanguageRouter.Policies;

/// <summary>Checks the policies of a configuration: the defaults, the named ones and those of tenants.</summary>
internal static class PolicyOptionsValidator
{
    public static void Validate(RoutingOptions options, List<string> errors)
    {
        Check(options, "Defaults", options.Defaults, errors);
        if (options.Defaults.Inherits is { } inherits)
        {
            errors.Add($"Defaults:Inherits is '{inherits}', but everything inherits from the defaults. Fix: remove it, or let tenants inherit from '{inherits}'.");
        }

        foreach (var (name, policy) in options.Policies)
        {
            Check(options, $"Policies:{name}", policy, errors);
            CheckName("Policies", name, errors);
            if (PolicyChain.Circle(options, name) is { } circle)
            {
                errors.Add($"Policies:{name}:Inherits goes in a circle: {circle}. Fix: let one of them inherit from the defaults.");
            }
        }

        foreach (var (tenant, policy) in options.Tenants)
        {
            Check(options, $"Tenants:{tenant}", policy, errors);
            CheckName("Tenants", tenant, errors);
        }
    }

    private static void CheckName(string where, string name, List<string> errors)
    {
        if (name.Length == 0)
        {
            errors.Add($"{where} has an empty name. Fix: name it.");
        }
    }

    private static void Check(RoutingOptions options, string path, RoutingPolicyOptions policy, List<string> errors)
    {
        OptionChecks.Reference($"{path}:Inherits", policy.Inherits, options.Policies.ContainsKey, "Policies", required: false, errors);
        CheckRoutes(options, path, policy, errors);
        OptionChecks.Above(-1e-9, $"{path}:QualityWeight", policy.QualityWeight, errors);
        OptionChecks.Above(-1e-9, $"{path}:CostWeight", policy.CostWeight, errors);
        OptionChecks.Above(-1e-9, $"{path}:LatencyWeight", policy.LatencyWeight, errors);
        OptionChecks.Price($"{path}:CostCeilingUsd", policy.CostCeilingUsd, errors);
        OptionChecks.Duration($"{path}:LatencyCeiling", policy.LatencyCeiling, errors);
        OptionChecks.Duration($"{path}:DecisionLifetime", policy.DecisionLifetime, errors);
        OptionChecks.Duration($"{path}:ConversationLifetime", policy.ConversationLifetime, errors);
        if (policy.QualityFloor is < -100 or > 100)
        {
            errors.Add(FormattableString.Invariant($"{path}:QualityFloor is {policy.QualityFloor}. Fix: write points of -100 to 100 against the default route."));
        }

        ResilienceOptionsValidator.ValidatePolicy($"{path}:Resilience", policy.Resilience, errors);
        if (policy.Budget is { } budget)
        {
            BudgetOptionsValidator.Validate($"{path}:Budget", budget, errors);
        }

        BudgetOptionsValidator.ValidatePrices(path, options, policy, errors);
        if (policy.Stickiness is { } stickiness)
        {
            StickinessOptionsValidator.Validate($"{path}:Stickiness", stickiness, errors);
        }

        if (policy.Learning is { } learning)
        {
            LearningOptionsValidator.Validate($"{path}:Learning", learning, errors);
        }

        CheckDenials(options, path, policy, errors);
        TranslationPolicyValidator.Validate(path, policy.Translation, [.. Inherited(options, policy).Select(pair => (pair.Path, pair.Policy.Translation))], errors);
        CheckPrices(options, path, policy, errors);
        CheckExperiment(options, path, policy, errors);
    }

    private static void CheckRoutes(RoutingOptions options, string path, RoutingPolicyOptions policy, List<string> errors)
    {
        OptionChecks.Reference($"{path}:DefaultRoute", policy.DefaultRoute, name => IsRoute(options, name), "Routes", required: false, errors);
        foreach (var route in policy.Routes ?? [])
        {
            OptionChecks.Reference($"{path}:Routes", route, name => IsRoute(options, name), "Routes", required: true, errors);
        }

        // A policy that states neither has what it inherits, which is checked where it is stated.
        if (policy.Routes is null && policy.DefaultRoute is null)
        {
            return;
        }

        var allowed = PolicyChain.Effective(options, policy, inherited => inherited.Routes);
        var defaultRoute = PolicyChain.Effective(options, policy, inherited => inherited.DefaultRoute);
        if (allowed is not null && defaultRoute is not null && !allowed.Contains(defaultRoute))
        {
            errors.Add($"{path}:Routes leaves out the default route '{defaultRoute}'. Fix: add it, or name another DefaultRoute.");
        }

        if (options.Routes.FirstOrDefault(route => route.Name == defaultRoute) is { Hypothetical: true })
        {
            errors.Add($"{path}:DefaultRoute is '{defaultRoute}', which is hypothetical. Fix: requests must have somewhere to go; name a route with a client.");
        }
    }

    private static void CheckDenials(RoutingOptions options, string path, RoutingPolicyOptions policy, List<string> errors)
    {
        for (var i = 0; i < policy.Deny?.Count; i++)
        {
            var denial = policy.Deny[i];
            if (denial is { Routes: null, Kinds: null, Tasks: null, Languages: null })
            {
                errors.Add($"{path}:Deny:{i} states nothing, so it would deny every route to every request. Fix: name Routes, Kinds, Tasks or Languages, or remove it.");
            }

            foreach (var route in denial.Routes ?? [])
            {
                OptionChecks.Reference($"{path}:Deny:{i}:Routes", route, name => IsRoute(options, name), "Routes", required: true, errors);
            }
        }
    }

    private static void CheckPrices(RoutingOptions options, string path, RoutingPolicyOptions policy, List<string> errors)
    {
        foreach (var (model, prices) in policy.Prices ?? new Dictionary<string, PriceOptions>())
        {
            OptionChecks.Reference($"{path}:Prices", model, options.Models.ContainsKey, "Models", required: true, errors);
            OptionChecks.Price($"{path}:Prices:{model}:InputPrice", prices.InputPrice, errors);
            OptionChecks.Price($"{path}:Prices:{model}:CachedInputPrice", prices.CachedInputPrice, errors);
            OptionChecks.Price($"{path}:Prices:{model}:CacheWritePrice", prices.CacheWritePrice, errors);
            OptionChecks.Price($"{path}:Prices:{model}:OutputPrice", prices.OutputPrice, errors);
            OptionChecks.Price($"{path}:Prices:{model}:ReasoningPrice", prices.ReasoningPrice, errors);
        }
    }

    private static void CheckExperiment(RoutingOptions options, string path, RoutingPolicyOptions policy, List<string> errors)
    {
        if (policy.Experiment is not { } experiment)
        {
            return;
        }

        OptionChecks.Reference($"{path}:Experiment:Policy", experiment.Policy, options.Policies.ContainsKey, "Policies", required: true, errors);
        var shares = experiment.Mode == ExperimentMode.Share;
        if (shares && experiment.Share is not (> 0 and < 1))
        {
            errors.Add(FormattableString.Invariant($"{path}:Experiment:Share is {experiment.Share?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "missing"}. Fix: write the share of conversations that the candidate decides, above 0 and below 1."));
        }
        else if (!shares && experiment.Share is { } share)
        {
            errors.Add(FormattableString.Invariant($"{path}:Experiment:Share is {share}, but a candidate in shadow decides nothing. Fix: remove it, or write \"Mode\": \"share\"."));
        }
    }

    // What a policy inherits from, the nearest first, each with its path.
    private static IEnumerable<(string Path, RoutingPolicyOptions Policy)> Inherited(RoutingOptions options, RoutingPolicyOptions policy) =>
        ReferenceEquals(policy, options.Defaults) ? [] : [.. PolicyChain.Named(options, policy).Select(pair => ($"Policies:{pair.Name}", pair.Policy)), ("Defaults", options.Defaults)];

    private static bool IsRoute(RoutingOptions options, string name)
    {
        foreach (var route in options.Routes)
        {
            if (route.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
