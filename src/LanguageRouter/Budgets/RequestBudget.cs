using System.Collections.Immutable;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Tokens;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Budgets;

/// <summary>The reservations of one request: one for each attempt, made before it and settled after it.</summary>
/// <remarks>Safe for attempts that run side by side. A tenant without a budget reserves nothing.</remarks>
internal sealed class RequestBudget(RoutingRequest request, RoutingDecision decision, IBudgetLedger ledger, BudgetTelemetry telemetry)
{
    private readonly List<Entry> _entries = [];
    private TextProfile _seen;
    private RequestVolumes? _volumes;
    private Exception? _refused;

    /// <summary>What the attempts did to the budget, in their order.</summary>
    public ImmutableArray<BudgetCharge> Charges
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries.Select(entry => entry.Charge)];
            }
        }
    }

    /// <summary>Whether the last reservation met a ledger that is away while the policy refuses then: no other route is asked for in its place.</summary>
    public bool IsUnavailable => _refused is BudgetUnavailableException;

    /// <summary>Holds back the high end of a route's bill, once the attempts before it are settled.</summary>
    /// <returns>True where the route may be tried; false where the budget refuses it, or is away and the policy refuses then.</returns>
    public async ValueTask<bool> TryReserveAsync(Route route, CancellationToken cancellationToken)
    {
        if (request.Policy.Budget is not { } budget)
        {
            return true;
        }

        await SettleEndedAsync().ConfigureAwait(false);
        var bill = BillOf(route);
        var amount = bill.Total.HighUsd;
        var reservation = await ledger.ReserveAsync(request.Tenant, budget, amount, request.Policy.Mode == RoutingMode.Enforce, cancellationToken).ConfigureAwait(false);
        var entry = new Entry(bill, reservation.Lease)
        {
            Charge = new BudgetCharge { Route = route, Kind = KindOf(reservation), ReservedUsd = amount, Refusal = reservation.Refusal },
        };
        lock (_entries)
        {
            _entries.Add(entry);
        }

        telemetry.Reserved(entry.Charge);
        _refused = reservation.Lease is not null ? _refused
            : reservation.Refusal is { } refusal ? new BudgetExceededException(request.Tenant, refusal, amount)
            : new BudgetUnavailableException(request.Tenant);
        return reservation.Lease is not null;
    }

    /// <summary>Ends a request for which no route is left, where the budget refused one.</summary>
    /// <exception cref="BudgetExceededException">A hard limit stood against a route.</exception>
    /// <exception cref="BudgetUnavailableException">The ledger is away and the policy refuses then.</exception>
    public void ThrowIfRefused()
    {
        if (_refused is { } refused)
        {
            throw refused;
        }
    }

    /// <summary>Notes what a stream showed, so that one that is cut is charged for no more.</summary>
    public void Observe(ChatResponseUpdate update)
    {
        if (request.Policy.Budget is null)
        {
            return;
        }

        foreach (var content in update.Contents)
        {
            if (content is TextContent { Text: { Length: > 0 } text })
            {
                _seen += TextProfile.Measure(text);
            }
        }
    }

    /// <summary>Notes how an attempt ended: the oldest one of its route that is still open.</summary>
    public void Ended(RouteAttempt attempt)
    {
        lock (_entries)
        {
            if (OpenOf(attempt.Route) is { } entry)
            {
                entry.End(attempt, _seen);
            }
        }
    }

    /// <summary>Gives up the reservation of an attempt that never began.</summary>
    public void Abandon(Route route)
    {
        lock (_entries)
        {
            if (OpenOf(route) is { } entry)
            {
                entry.IsEnded = true;
            }
        }
    }

    /// <summary>Settles every reservation; one whose attempt never began costs nothing.</summary>
    public async ValueTask SettleAsync()
    {
        lock (_entries)
        {
            foreach (var entry in _entries)
            {
                entry.IsEnded = true;
            }
        }

        await SettleEndedAsync().ConfigureAwait(false);
    }

    // The oldest one of a route that is still open.
    private Entry? OpenOf(Route route) => _entries.Find(entry => entry is { Lease: not null, IsEnded: false } && ReferenceEquals(entry.Charge.Route, route));

    private async ValueTask SettleEndedAsync()
    {
        for (var i = 0; ; i++)
        {
            Entry entry;
            lock (_entries)
            {
                if (i == _entries.Count)
                {
                    return;
                }

                entry = _entries[i];
                if (entry.Lease is null || !entry.IsEnded || entry.IsSettled)
                {
                    continue;
                }

                entry.IsSettled = true;
            }

            await ledger.SettleAsync(entry.Lease, entry.Charge.SettledUsd).ConfigureAwait(false);
            telemetry.Settled(entry.Charge);
        }
    }

    // A recalled decision carries the bills of the request it was made for; money is held back for this one.
    private RouteBill BillOf(Route route) =>
        decision.Origin != DecisionOrigin.Cached && decision.ScoreOf(route.Name) is { } score ? score.Bill
        : RouteBill.Estimate(route, _volumes ??= VolumeEstimator.Estimate(decision.Signals, request.Policy.Catalog.Tokenizers.AsSpan(), measuredAnswer: null, request.State.Usage));

    private static BudgetChargeKind KindOf(BudgetReservation reservation) => reservation switch
    {
        { Lease: null, Refusal: null } => BudgetChargeKind.Unavailable,
        { Lease: null } => BudgetChargeKind.Refused,
        { Lease.IsConfirmed: false } => BudgetChargeKind.Unconfirmed,
        { Refusal: not null } => BudgetChargeKind.OverLimit,
        _ => BudgetChargeKind.Reserved,
    };

    private sealed class Entry(RouteBill bill, BudgetLease? lease)
    {
        public BudgetLease? Lease { get; } = lease;

        public required BudgetCharge Charge { get; set; }

        public bool IsEnded { get; set; }

        public bool IsSettled { get; set; }

        public void End(RouteAttempt attempt, in TextProfile seen)
        {
            var (usd, isEstimated) = AttemptSettlement.Of(attempt, bill, seen);
            Charge = Charge with { SettledUsd = usd, IsEstimated = isEstimated };
            IsEnded = true;
        }
    }
}
