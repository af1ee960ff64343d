using LanguageRouter.Policies;

namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>What differs between two configurations, in words. Tenants with the same differences stand together.</summary>
internal sealed class PolicyDifferences
{
    private PolicyDifferences(IReadOnlyList<string> catalog, IReadOnlyList<Group> groups)
    {
        Catalog = catalog;
        Groups = groups;
    }

    /// <summary>What differs in models and routes.</summary>
    public IReadOnlyList<string> Catalog { get; }

    /// <summary>What differs in policies.</summary>
    public IReadOnlyList<Group> Groups { get; }

    public static PolicyDifferences Between(RoutingConfiguration before, RoutingConfiguration after)
    {
        var groups = new Dictionary<string, (List<string> Tenants, List<string> Sentences)>(StringComparer.Ordinal);
        Add("(defaults)", PolicyWords.Between(before.Defaults, after.Defaults));
        var known = before.Tenants.ToHashSet(StringComparer.Ordinal);
        var remaining = after.Tenants.ToHashSet(StringComparer.Ordinal);
        foreach (var tenant in before.Tenants.Union(after.Tenants, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var sentences = PolicyWords.Between(before.PolicyOf(tenant), after.PolicyOf(tenant));
            if (!known.Contains(tenant))
            {
                sentences.Insert(0, "the tenant is new; until now it had the defaults.");
            }
            else if (!remaining.Contains(tenant))
            {
                sentences.Insert(0, "the tenant is gone; from now on it has the defaults.");
            }

            Add(tenant, sentences);
        }

        return new(CatalogWords.Between(before.Catalog, after.Catalog), [.. groups.Values.Select(group => new Group(group.Tenants, group.Sentences))]);

        void Add(string tenant, List<string> sentences)
        {
            if (sentences.Count == 0)
            {
                return;
            }

            var key = string.Join('\n', sentences);
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = ([], sentences);
            }

            group.Tenants.Add(tenant);
        }
    }

    /// <summary>Tenants with the same differences.</summary>
    internal sealed record Group(IReadOnlyList<string> Tenants, IReadOnlyList<string> Sentences);
}
