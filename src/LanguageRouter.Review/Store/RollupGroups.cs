namespace LanguageRouter.Review.Store;

/// <summary>By what sums are grouped.</summary>
[Flags]
public enum RollupGroups
{
    /// <summary>By nothing.</summary>
    None = 0,

    /// <summary>By tenant.</summary>
    Tenant = 1,

    /// <summary>By policy version.</summary>
    Policy = 2,

    /// <summary>By route.</summary>
    Route = 4,

    /// <summary>By path.</summary>
    Kind = 8,

    /// <summary>By model.</summary>
    Model = 16,

    /// <summary>By task kind.</summary>
    Task = 32,

    /// <summary>By language.</summary>
    Language = 64,

    /// <summary>By real or simulated.</summary>
    Simulated = 128,
}
