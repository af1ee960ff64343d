using LanguageRouter.Policies;

namespace LanguageRouter.Budgets;

/// <summary>Checks what the section <c>Budget</c> of a policy means, and collects every mistake with its path and its fix.</summary>
internal static class BudgetOptionsValidator
{
    /// <summary>Sums are kept in billionths of a dollar, and Redis compares them as doubles: exact up to 9,007,199 dollars.</summary>
    public const decimal HighestLimit = 9_000_000;

    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);

    public static void Validate(string path, BudgetOptions budget, List<string> errors)
    {
        if (budget.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            errors.Add($"{path}:TimeZone is '{zone}', which this system does not know. Fix: write an IANA name such as Asia/Tokyo, or UTC.");
        }

        if (budget.LeaseLifetime is { } lifetime && (lifetime <= TimeSpan.Zero || lifetime > LongestLease))
        {
            errors.Add($"{path}:LeaseLifetime is {lifetime:c}. Fix: write a duration above 0 and up to {LongestLease:c}, longer than any request takes.");
        }

        var periods = new HashSet<BudgetPeriod>();
        for (var i = 0; i < (budget.Limits?.Count ?? 0); i++)
        {
            ValidateLimit($"{path}:Limits:{i}", budget.Limits![i], periods, errors);
        }
    }

    /// <summary>Checks that every route that the policy allows can be billed: what has no price cannot be held to a limit.</summary>
    public static void ValidatePrices(string path, RoutingOptions options, RoutingPolicyOptions policy, List<string> errors)
    {
        if (PolicyChain.Effective(options, policy, inherited => inherited.Budget?.Limits) is not { Count: > 0 })
        {
            return;
        }

        var allowed = PolicyChain.Effective(options, policy, inherited => inherited.Routes);
        foreach (var route in options.Routes.Where(route => route.Hypothetical != true && (allowed is null || allowed.Contains(route.Name!))))
        {
            ValidateModel(path, route, route.Model, options, policy, errors);
            ValidateModel(path, route, route.Translator, options, policy, errors);
            if (route.Translator is { } service && options.Translators.TryGetValue(service, out var translator) && translator.PricePerMillionCharacters is null)
            {
                errors.Add($"{path}:Budget needs the price of every leg of route '{route.Name}', and Translators:{service}:PricePerMillionCharacters is missing. Fix: write the price, or leave the route out of {path}:Routes.");
            }
        }
    }

    private static void ValidateModel(string path, RouteOptions route, string? name, RoutingOptions options, RoutingPolicyOptions policy, List<string> errors)
    {
        if (name is null || !options.Models.TryGetValue(name, out var model))
        {
            return;
        }

        if (model.Tokenizer is null)
        {
            errors.Add($"{path}:Budget needs the price of every leg of route '{route.Name}', and Models:{name}:Tokenizer is missing. Fix: write it, or leave the route out of {path}:Routes.");
            return;
        }

        var missing = model.InputPrice is null && !HasOwn(prices => prices.InputPrice) ? "InputPrice"
            : model.OutputPrice is null && !HasOwn(prices => prices.OutputPrice) ? "OutputPrice"
            : null;
        if (missing is not null)
        {
            errors.Add($"{path}:Budget needs the price of every leg of route '{route.Name}', and Models:{name}:{missing} is missing. Fix: write it there or as {path}:Prices:{name}:{missing}, or leave the route out of {path}:Routes.");
        }

        // The policy's own prices, or those of one that it inherits from.
        bool HasOwn(Func<PriceOptions, decimal?> price) =>
            PolicyChain.Effective(options, policy, inherited => inherited.Prices is { } own && own.TryGetValue(name, out var prices) && price(prices) is not null ? prices : null) is not null;
    }

    private static void ValidateLimit(string path, BudgetLimitOptions limit, HashSet<BudgetPeriod> periods, List<string> errors)
    {
        if (limit.Period is not { } period)
        {
            errors.Add($"{path}:Period is missing. Fix: write hour, day or month.");
        }
        else if (!periods.Add(period))
        {
            errors.Add($"{path}:Period is '{KebabNames<BudgetPeriod>.Of(period)}' for the second time. Fix: write one limit for each period.");
        }

        if (limit.SoftUsd is null && limit.HardUsd is null)
        {
            errors.Add($"{path} limits nothing. Fix: write SoftUsd, HardUsd or both.");
        }

        CheckAmount($"{path}:SoftUsd", limit.SoftUsd, errors);
        CheckAmount($"{path}:HardUsd", limit.HardUsd, errors);
        if (limit.SoftUsd > limit.HardUsd)
        {
            errors.Add(FormattableString.Invariant($"{path}:SoftUsd is {limit.SoftUsd}, above HardUsd {limit.HardUsd}, so it never matters. Fix: lower it, or leave it out."));
        }
    }

    private static void CheckAmount(string path, decimal? amount, List<string> errors)
    {
        if (amount is < 0 or > HighestLimit)
        {
            errors.Add(FormattableString.Invariant($"{path} is {amount}. Fix: write USD of 0 to {HighestLimit}."));
        }
    }
}
