using System.Globalization;

namespace LanguageRouter.Budgets;

/// <summary>The exception that refuses a request because a hard limit of the tenant's budget stands against it. No route has failed.</summary>
public sealed class BudgetExceededException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="BudgetExceededException"/> class.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="refusal">The limit, what was spent, and the window.</param>
    /// <param name="requestedUsd">What the request may cost.</param>
    public BudgetExceededException(string tenant, BudgetRefusal refusal, decimal requestedUsd)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Tenant '{tenant}' has spent or reserved ${refusal.SpentUsd:0.######} of its ${refusal.Limit.HardUsd:0.######} for the {KebabNames<BudgetPeriod>.Of(refusal.Limit.Period)}, and this request may cost ${requestedUsd:0.######}.{Headroom(refusal)} The budget resets at {refusal.Window.End:yyyy-MM-dd HH:mm zzz}. Fix: wait, or raise Budget:Limits of the tenant's policy."))
    {
        Tenant = tenant;
        Period = refusal.Limit.Period;
        LimitUsd = refusal.Limit.HardUsd.GetValueOrDefault();
        SpentUsd = refusal.SpentUsd;
        HeadroomUsd = refusal.HeadroomUsd;
        RequestedUsd = requestedUsd;
        ResetsAt = refusal.Window.End;
    }

    /// <summary>Gets the tenant.</summary>
    public string Tenant { get; }

    /// <summary>Gets the period of the limit.</summary>
    public BudgetPeriod Period { get; }

    /// <summary>Gets the limit in USD.</summary>
    public decimal LimitUsd { get; }

    /// <summary>Gets what was spent or held back in the period, in USD.</summary>
    public decimal SpentUsd { get; }

    /// <summary>Gets what is kept free for attempts under way, in USD: that much is there again once they have ended.</summary>
    public decimal HeadroomUsd { get; }

    /// <summary>Gets what the request may cost, in USD.</summary>
    public decimal RequestedUsd { get; }

    /// <summary>Gets when the period ends and the budget starts anew, in the tenant's time zone.</summary>
    public DateTimeOffset ResetsAt { get; }

    private static string Headroom(in BudgetRefusal refusal) => refusal.HeadroomUsd == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $" ${refusal.HeadroomUsd:0.######} is kept free until the requests under way have ended, which may cost more than their reservations.");
}
