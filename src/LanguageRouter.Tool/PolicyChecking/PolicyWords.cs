using LanguageRouter.Policies;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Says what a changed setting means for requests.</summary>
internal static class PolicyWords
{
    /// <summary>One sentence for each setting that differs.</summary>
    public static List<string> Between(RoutingPolicy before, RoutingPolicy after)
    {
        var old = before.Describe().ToDictionary(StringComparer.Ordinal);
        var sentences = after.Describe()
            .Where(pair => old.GetValueOrDefault(pair.Key) != pair.Value)
            .Select(pair => $"{pair.Key} {old.GetValueOrDefault(pair.Key, "none")} -> {pair.Value}{Meaning(pair.Key, before, after)}.")
            .ToList();
        var prices = CatalogWords.Between(before.Catalog, after.Catalog).Where(sentence => sentence.StartsWith("model ", StringComparison.Ordinal) && sentence.Contains(": price", StringComparison.Ordinal)).ToList();

        // Prices that changed for everybody are told of the catalog; these are the tenant's own.
        if (before.Chain is [not "Defaults", ..] || after.Chain is [not "Defaults", ..])
        {
            sentences.AddRange(prices.Select(sentence => $"billed with {sentence}"));
        }

        return sentences;
    }

    private static string Meaning(string setting, RoutingPolicy before, RoutingPolicy after) => setting switch
    {
        "Mode" when after.Mode == RoutingMode.Enforce => ": requests follow the decision from now on",
        "Mode" => $": requests go to '{after.DefaultRoute.Name}' from now on, decisions are only recorded",
        "DefaultRoute" => ": quality, cost and latency are compared with it, and requests without an eligible route go there",
        "Routes" => ": " + Lists(before.AllowedRoutes, after.AllowedRoutes, "allowed"),
        "QualityWeight" => after.QualityWeight > before.QualityWeight ? ": quality counts more" : ": quality counts less",
        "CostWeight" => after.CostWeight > before.CostWeight ? ": money counts more, cheaper routes are taken more often" : ": money counts less",
        "LatencyWeight" => after.LatencyWeight > before.LatencyWeight ? ": time counts more" : ": time counts less",
        "QualityFloor" => after.QualityFloor > before.QualityFloor
            ? FormattableString.Invariant($": routes that may lose more than {0 - after.QualityFloor:0.##} points against '{after.DefaultRoute.Name}' are no longer taken")
            : FormattableString.Invariant($": routes that may lose up to {0 - after.QualityFloor:0.##} points against '{after.DefaultRoute.Name}' may be taken"),
        "CostCeilingUsd" => after.CostCeilingUsd is null ? ": no request is too dear for a route" : ": a route whose expected bill is above it is out for that request",
        "LatencyCeiling" => after.LatencyCeiling is null ? ": no route is too slow" : ": a route that is expected to take longer is out for that request",
        "DenyTranslationFor" => ": " + Lists(before.DenyTranslationFor.Select(task => task.ToString()), after.DenyTranslationFor.Select(task => task.ToString()), "kept from translation"),
        "AllowedRegions" or "AllowedProviders" => ": models and translators that state another one, or none, are out",
        "UndeterminedLanguage" => after.UndeterminedLanguage == UndeterminedLanguage.DefaultRoute
            ? $": requests in an undetermined language go to '{after.DefaultRoute.Name}'"
            : ": requests in an undetermined language may take any route that does not depend on the language",
        "Experiment" when after.Experiment is { Mode: ExperimentMode.Shadow } => ": the candidate decides beside the policy and spends nothing",
        "Experiment" when after.Experiment is { } experiment => FormattableString.Invariant($": the candidate decides {experiment.Share:P0} of the conversations"),
        "DecisionLifetime" => ": how long similar requests share a decision",
        "ConversationLifetime" => ": how long a conversation keeps its route",
        _ => "",
    };

    private static string Lists(IEnumerable<string> before, IEnumerable<string> after, string state)
    {
        var (old, now) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        var added = now.Except(old).Order(StringComparer.Ordinal).ToList();
        var removed = old.Except(now).Order(StringComparer.Ordinal).ToList();
        var parts = new List<string>();
        if (added.Count > 0)
        {
            parts.Add($"now {state}: {string.Join(", ", added)}");
        }

        if (removed.Count > 0)
        {
            parts.Add($"no longer {state}: {string.Join(", ", removed)}");
        }

        return parts.Count == 0 ? "another order among equals" : string.Join("; ", parts);
    }
}
