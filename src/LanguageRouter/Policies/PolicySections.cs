using LanguageRouter.Budgets;

namespace LanguageRouter.Policies;

/// <summary>The sections of a policy that have settings of their own, with everything inherited filled in.</summary>
internal sealed record PolicySections
{
    public static PolicySections Empty { get; } = new();

    public TranslationPolicyOptions? Translation { get; init; }

    public BudgetOptions? Budget { get; init; }

    /// <summary>Lays a policy's own sections over the inherited ones; what it does not state stays the same object.</summary>
    public PolicySections Extend(RoutingPolicyOptions own) => new()
    {
        Translation = own.Translation?.Over(Translation) ?? Translation,
        Budget = own.Budget?.Over(Budget) ?? Budget,
    };
}
