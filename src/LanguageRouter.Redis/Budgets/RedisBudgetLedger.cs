using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using LanguageRouter.Budgets;

namespace LanguageRouter.Redis.Budgets;

/// <summary>Keeps what tenants spend in Redis, for all instances together: one atomic script to reserve, one to settle, by the server's clock.</summary>
internal sealed class RedisBudgetLedger(RedisConnection redis, PendingSettlements pending, TimeProvider time) : IBudgetLedger
{
    private const int KnownTenants = 10_000;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private long _clockOffsetMilliseconds;

    /// <inheritdoc/>
    public BudgetStanding GetStanding(string tenant, BudgetPolicy budget)
    {
        if (!_known.TryGetValue(tenant, out var known))
        {
            return BudgetStanding.Unknown;
        }

        var windows = budget.WindowsAt(Now());
        Span<decimal> spent = stackalloc decimal[windows.Length];
        for (var i = 0; i < windows.Length; i++)
        {
            var at = known.Windows.IndexOf(windows[i]);
            spent[i] = at < 0 ? 0 : known.SpentUsd[at];
        }

        return BudgetStanding.Of(budget.Limits, spent, known.HeadroomUsd);
    }

    /// <inheritdoc/>
    public async ValueTask<BudgetReservation> ReserveAsync(string tenant, BudgetPolicy budget, decimal usd, bool enforce, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usd);
        var now = Now();
        var lease = new BudgetLease { Id = Guid.CreateVersion7(now), Tenant = tenant, ReservedUsd = usd, Windows = budget.WindowsAt(now) };
        try
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var reply = await redis.TryAsync("reserve", database => BudgetScripts.ReserveAsync(database, redis.Keys, lease, budget, enforce), cancellationToken).ConfigureAwait(false);
                if (reply is null)
                {
                    break;
                }

                if (reply[0] != "clock")
                {
                    return Read(reply, lease, budget);
                }

                // The server is in another hour, day or month than this machine: from here on its clock counts.
                var server = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(reply[1], CultureInfo.InvariantCulture));
                Interlocked.Exchange(ref _clockOffsetMilliseconds, (long)(server - time.GetUtcNow()).TotalMilliseconds);
                lease = new BudgetLease { Id = lease.Id, Tenant = tenant, ReservedUsd = usd, Windows = budget.WindowsAt(server) };
            }
        }
        catch (OperationCanceledException)
        {
            // The reservation may have been made: it is given back.
            pending.Add(Unconfirmed(lease), 0);
            throw;
        }

        // Without an answer the script may have run or not; the settlement tells the two apart.
        var unconfirmed = Unconfirmed(lease);
        if (budget.WhenUnavailable == UnavailableLedger.Allow)
        {
            return BudgetReservation.Granted(unconfirmed);
        }

        pending.Add(unconfirmed, 0);
        return BudgetReservation.Unavailable;
    }

    /// <inheritdoc/>
    public async ValueTask SettleAsync(BudgetLease lease, decimal usd)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfNegative(usd);
        if (!lease.TryClose())
        {
            return;
        }

        var reply = await redis.TryAsync("settle", database => BudgetScripts.SettleAsync(database, redis.Keys, lease, usd, isFirst: true), CancellationToken.None).ConfigureAwait(false);
        if (reply is null)
        {
            pending.Add(lease, usd);
        }
        else
        {
            Learn(lease.Tenant, lease.Windows, reply.AsSpan(), reservedUsd: 0);
        }
    }

    private BudgetReservation Read(string[] reply, BudgetLease lease, BudgetPolicy budget)
    {
        var spent = reply.AsSpan(1);
        var isRefused = reply[0].StartsWith("refused", StringComparison.Ordinal);
        Learn(lease.Tenant, lease.Windows, spent, isRefused ? 0 : lease.ReservedUsd);
        if (reply[0] == "granted")
        {
            return BudgetReservation.Granted(lease);
        }

        var at = int.Parse(reply[0].AsSpan(reply[0].IndexOf(' ') + 1), CultureInfo.InvariantCulture);
        var refusal = new BudgetRefusal(budget.Limits[at], lease.Windows[at], BudgetScripts.ToUsd(spent[at]), BudgetScripts.ToUsd(spent[^1]));
        return isRefused ? BudgetReservation.Refused(refusal) : BudgetReservation.Granted(lease, refusal);
    }

    private void Learn(string tenant, ImmutableArray<BudgetWindow> windows, ReadOnlySpan<string> spent, decimal reservedUsd)
    {
        if (spent.Length != windows.Length + 1)
        {
            return;
        }

        if (_known.Count >= KnownTenants && !_known.ContainsKey(tenant))
        {
            _known.Clear();
        }

        var usd = new decimal[windows.Length];
        for (var i = 0; i < usd.Length; i++)
        {
            usd[i] = BudgetScripts.ToUsd(spent[i]) + reservedUsd;
        }

        _known[tenant] = new Known(windows, usd, BudgetScripts.ToUsd(spent[^1]));
    }

    private DateTimeOffset Now() => time.GetUtcNow().AddMilliseconds(Interlocked.Read(ref _clockOffsetMilliseconds));

    private static BudgetLease Unconfirmed(BudgetLease lease) => new()
    {
        Id = lease.Id,
        Tenant = lease.Tenant,
        ReservedUsd = lease.ReservedUsd,
        Windows = lease.Windows,
        IsConfirmed = false,
    };

    private sealed record Known(ImmutableArray<BudgetWindow> Windows, decimal[] SpentUsd, decimal HeadroomUsd);
}
