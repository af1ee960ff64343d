namespace LanguageRouter.Review;

/// <summary>Where and how long records are kept.</summary>
/// <remarks>Bound from the configuration section <c>LanguageRouter:Review</c>. One of <see cref="SqliteFile"/> and <see cref="PostgreSqlConnection"/> is required.</remarks>
public sealed class RecordStoreOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LanguageRouter:Review";

    /// <summary>Gets or sets the SQLite file, for one writing process; made where it does not exist.</summary>
    public string? SqliteFile { get; set; }

    /// <summary>Gets or sets the connection string of a PostgreSQL database, for many writing processes.</summary>
    public string? PostgreSqlConnection { get; set; }

    /// <summary>Gets or sets how many records wait for the store at most; where it is full, new ones are dropped and counted. Default 16,384.</summary>
    public int QueueCapacity { get; set; } = 16_384;

    /// <summary>Gets or sets how long records, feedback, comparisons and texts are kept; <see langword="null"/> keeps them. Default 90 days.</summary>
    public TimeSpan? RetainRecords { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets how long rollups are kept; <see langword="null"/> keeps them. Default 730 days.</summary>
    public TimeSpan? RetainRollups { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Gets or sets the name under which this process keeps what it has learnt. Where several processes write to one store each needs its own, the same after a restart. Default empty.</summary>
    public string Instance { get; set; } = "";

    /// <summary>Gets or sets a value indicating whether the records are of stand-ins for models: they are marked, and the page says so. Default no.</summary>
    public bool Simulated { get; set; }

    /// <summary>Gets or sets the tenants whose prompts and answers are kept, redacted; see <see cref="ITextRedactor"/>. Default none.</summary>
    public IList<string> KeepTextOf { get; set; } = [];

    /// <summary>Gets or sets by which share of the other path's time a path may be slower and still be beneficial, see <see cref="Verdicts.VerdictTerms.LatencyMargin"/>. Default 1: twice as long.</summary>
    public double LatencyMargin { get; set; } = 1;

    internal IReadOnlyList<string> Mistakes()
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(SqliteFile) == string.IsNullOrWhiteSpace(PostgreSqlConnection))
        {
            mistakes.Add($"{SectionName}: {(string.IsNullOrWhiteSpace(SqliteFile) ? "no place for the records" : "two places for the records")}. Fix: set either {nameof(SqliteFile)} or {nameof(PostgreSqlConnection)}.");
        }

        if (QueueCapacity < 1)
        {
            mistakes.Add($"{SectionName}:{nameof(QueueCapacity)} is {QueueCapacity}. Fix: set 1 or more, or leave it out for 16384.");
        }

        if (RetainRecords <= TimeSpan.Zero)
        {
            mistakes.Add($"{SectionName}:{nameof(RetainRecords)} is {RetainRecords}. Fix: set a time above 0, such as 90.00:00:00.");
        }

        if (RetainRollups <= TimeSpan.Zero)
        {
            mistakes.Add($"{SectionName}:{nameof(RetainRollups)} is {RetainRollups}. Fix: set a time above 0, such as 730.00:00:00.");
        }

        if (LatencyMargin is not >= 0)
        {
            mistakes.Add(FormattableString.Invariant($"{SectionName}:{nameof(LatencyMargin)} is {LatencyMargin}. Fix: set 0 (no slower) or more, such as 1 for twice as long."));
        }

        if (KeepTextOf.Any(string.IsNullOrEmpty))
        {
            mistakes.Add($"{SectionName}:{nameof(KeepTextOf)} has an empty tenant. Fix: name the tenants that opted in; there is no way to opt in for all.");
        }

        return mistakes;
    }
}
