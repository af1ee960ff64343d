namespace LanguageRouter.Review.Store;

/// <summary>Represents what is summed up, and by what.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record RollupQuery
{
    /// <summary>Gets which records; a filter on outcome or reason is not possible here.</summary>
    public RecordFilter Filter { get; init; } = RecordFilter.All;

    /// <summary>Gets by what the sums are grouped.</summary>
    public RollupGroups By { get; init; }

    /// <summary>Gets the width of a group in time, one hour or one day (UTC); <see langword="null"/> for one group over the whole time. The filter's times are taken down to whole hours.</summary>
    public TimeSpan? Step { get; init; }
}
