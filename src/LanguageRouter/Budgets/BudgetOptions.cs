namespace LanguageRouter.Budgets;

/// <summary>Represents the configuration of a tenant's budget: the section <c>Budget</c> of a policy.</summary>
/// <remarks>A value that is <see langword="null"/> is inherited from the defaults, and there means the default stated here.</remarks>
public sealed class BudgetOptions
{
    /// <summary>Gets or sets the limits, at most one for each period. Default: none, so that nothing is counted.</summary>
    public IList<BudgetLimitOptions>? Limits { get; set; }

    /// <summary>Gets or sets the IANA name of the time zone in which periods begin, such as <c>Asia/Tokyo</c>. Default: <c>UTC</c>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Gets or sets what happens while a shared ledger cannot be reached. Default: <see cref="UnavailableLedger.Allow"/>.</summary>
    public UnavailableLedger? WhenUnavailable { get; set; }

    /// <summary>Gets or sets how long a reservation holds money for a request that never says how it ended. Default: 10 minutes.</summary>
    public TimeSpan? LeaseLifetime { get; set; }

    /// <summary>Lays the section over an inherited one.</summary>
    internal BudgetOptions Over(BudgetOptions? inherited) => inherited is null ? this : new()
    {
        Limits = Limits ?? inherited.Limits,
        TimeZone = TimeZone ?? inherited.TimeZone,
        WhenUnavailable = WhenUnavailable ?? inherited.WhenUnavailable,
        LeaseLifetime = LeaseLifetime ?? inherited.LeaseLifetime,
    };
}
