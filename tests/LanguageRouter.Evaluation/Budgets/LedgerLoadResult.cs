namespace LanguageRouter.Evaluation.Budgets;

/// <summary>What a load left behind.</summary>
/// <param name="LimitUsd">The hard limit.</param>
/// <param name="Granted">The reservations granted.</param>
/// <param name="Refused">The reservations refused.</param>
/// <param name="Crashed">The granted ones that nobody settled.</param>
/// <param name="SettledUsd">What the load settled.</param>
/// <param name="LedgerUsd">What the ledger has in its sums, once the leases are over.</param>
/// <param name="HighestUsd">The highest sum of settlements during the load.</param>
/// <param name="LargestOvershootUsd">The most by which one request cost more than its reservation.</param>
/// <param name="FalseRefusals">Refusals of what was left, once the leases are over.</param>
internal sealed record LedgerLoadResult(
    decimal LimitUsd, int Granted, int Refused, int Crashed, decimal SettledUsd, decimal LedgerUsd, decimal HighestUsd, decimal LargestOvershootUsd, int FalseRefusals)
{
    /// <summary>By how much the limit was exceeded.</summary>
    public decimal ExcessUsd => Math.Max(0, HighestUsd - LimitUsd);

    public override string ToString() => FormattableString.Invariant(
        $"limit ${LimitUsd}, granted {Granted}, refused {Refused}, crashed {Crashed}, settled ${SettledUsd}, ledger ${LedgerUsd}, exact {SettledUsd == LedgerUsd}, excess ${ExcessUsd}, largest overshoot of one request ${LargestOvershootUsd}, false refusals {FalseRefusals}");
}
