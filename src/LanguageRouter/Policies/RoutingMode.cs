namespace LanguageRouter.Policies;

/// <summary>Whether a tenant's requests follow the decision.</summary>
public enum RoutingMode
{
    /// <summary>Every request goes to the default route; the decision, all bills and the reasons are recorded.</summary>
    Observe,

    /// <summary>Requests go to the chosen route.</summary>
    Enforce,
}
