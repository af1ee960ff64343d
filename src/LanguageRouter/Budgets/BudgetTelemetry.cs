using System.Diagnostics.Metrics;
using LanguageRouter.Telemetry;

namespace LanguageRouter.Budgets;

/// <summary>The instruments of budgets on the meter <c>LanguageRouter</c>. The tenant is in records, not in metrics.</summary>
internal sealed class BudgetTelemetry : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _reservations;
    private readonly Counter<double> _settled;

    public BudgetTelemetry(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(RoutingTelemetry.Name) ?? new Meter(RoutingTelemetry.Name);
        _reservations = _meter.CreateCounter<long>("language_router.budget.reservations", "{reservation}", "Reservations by route and how they ended: reserved, over-limit, unconfirmed, refused, unavailable.");
        _settled = _meter.CreateCounter<double>("language_router.budget.settled", "{USD}", "Amounts charged to budgets by route, and whether they are estimates.");
    }

    public void Reserved(BudgetCharge charge) => _reservations.Add(
        1,
        new("language_router.route", charge.Route.Name),
        new("language_router.budget.outcome", KebabNames<BudgetChargeKind>.Of(charge.Kind)));

    public void Settled(BudgetCharge charge) => _settled.Add(
        (double)charge.SettledUsd,
        new("language_router.route", charge.Route.Name),
        new("language_router.budget.estimated", charge.IsEstimated));

    public void Dispose() => _meter.Dispose();
}
