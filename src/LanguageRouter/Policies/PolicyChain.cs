namespace LanguageRouter.Policies;

/// <summary>Follows what a policy inherits from: named policies, one after another, and last the defaults.</summary>
internal static class PolicyChain
{
    /// <summary>The policies from the first to the last named one, without the defaults; it ends where a name is missing or comes again.</summary>
    public static IEnumerable<(string Name, RoutingPolicyOptions Policy)> Named(RoutingOptions options, RoutingPolicyOptions policy)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var name = policy.Inherits; name is not null && seen.Add(name) && options.Policies.TryGetValue(name, out var next); name = next.Inherits)
        {
            yield return (name, next);
        }
    }

    /// <summary>The value that a policy states or inherits.</summary>
    public static T? Effective<T>(RoutingOptions options, RoutingPolicyOptions policy, Func<RoutingPolicyOptions, T?> value) where T : class =>
        value(policy) ?? Named(options, policy).Select(pair => value(pair.Policy)).FirstOrDefault(inherited => inherited is not null) ?? value(options.Defaults);

    /// <summary>The circle that starts at a named policy, as names with the first one again at the end; null where there is none.</summary>
    public static string? Circle(RoutingOptions options, string start)
    {
        var names = new List<string> { start };
        for (var name = options.Policies[start].Inherits; name is not null && options.Policies.TryGetValue(name, out var next); name = next.Inherits)
        {
            if (name == start)
            {
                return string.Join(" -> ", names.Append(start));
            }

            if (names.Contains(name))
            {
                return null;
            }

            names.Add(name);
        }

        return null;
    }
}
