using System.Collections.Immutable;
using System.Globalization;

namespace LanguageRouter.Budgets;

/// <summary>Represents a tenant's budget with all defaults resolved.</summary>
/// <remarks>Immutable and safe for concurrent use. See <see cref="BudgetOptions"/> for the meaning and the defaults of the values.</remarks>
public sealed class BudgetPolicy
{
    /// <summary>Gets the limits, each of its own period.</summary>
    public required ImmutableArray<BudgetLimit> Limits { get; init; }

    /// <summary>Gets the time zone in which periods begin.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Gets what happens while a shared ledger cannot be reached.</summary>
    public UnavailableLedger WhenUnavailable { get; init; }

    /// <summary>Gets how long a reservation holds money for a request that never says how it ended.</summary>
    public TimeSpan LeaseLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets the periods of the limits that hold at a moment, in the order of <see cref="Limits"/>.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>The windows.</returns>
    public ImmutableArray<BudgetWindow> WindowsAt(DateTimeOffset now)
    {
        var windows = new BudgetWindow[Limits.Length];
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = BudgetWindow.At(Limits[i].Period, TimeZone, now);
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(windows);
    }

    /// <summary>Resolves valid options; null where they set no limit.</summary>
    internal static BudgetPolicy? Compile(BudgetOptions? options)
    {
        var limits = options?.Limits ?? [];
        var lifetime = options?.LeaseLifetime;
        var budget = new BudgetPolicy
        {
            Limits = [.. limits.Select(limit => new BudgetLimit(limit.Period!.Value, limit.SoftUsd, limit.HardUsd))],
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(options?.TimeZone ?? "UTC"),
            WhenUnavailable = options?.WhenUnavailable ?? UnavailableLedger.Allow,
        };
        return limits.Count == 0 ? null : lifetime is not { } given ? budget : new BudgetPolicy
        {
            Limits = budget.Limits,
            TimeZone = budget.TimeZone,
            WhenUnavailable = budget.WhenUnavailable,
            LeaseLifetime = given,
        };
    }

    /// <summary>Writes every value for the policy's version.</summary>
    internal string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(',', Limits.Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Period} {limit.SoftUsd} {limit.HardUsd}")))} {TimeZone.Id} {WhenUnavailable} {LeaseLifetime}");
}
