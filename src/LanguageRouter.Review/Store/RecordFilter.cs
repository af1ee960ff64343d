namespace LanguageRouter.Review.Store;

/// <summary>Represents which records are meant; what is <see langword="null"/> is not asked for.</summary>
/// <remarks>Immutable and safe for concurrent use. Names are compared by ordinal.</remarks>
public sealed record RecordFilter
{
    /// <summary>Gets the filter that takes every record.</summary>
    public static RecordFilter All { get; } = new();

    /// <summary>Gets the first moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the moment before which records are meant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets the tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the version of the policy.</summary>
    public string? Policy { get; init; }

    /// <summary>Gets the route that answered, or the target where none did.</summary>
    public string? Route { get; init; }

    /// <summary>Gets the model of that route.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the path of that route.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the task kind.</summary>
    public string? Task { get; init; }

    /// <summary>Gets the BCP 47 tag of the request's language.</summary>
    public string? Language { get; init; }

    /// <summary>Gets how the last attempt ended.</summary>
    public string? Outcome { get; init; }

    /// <summary>Gets a reason code that the decision must carry.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets whether the records are simulated.</summary>
    public bool? Simulated { get; init; }
}
