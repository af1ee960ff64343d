using System.Globalization;
using System.Text;
using LanguageRouter.Budgets;
using StackExchange.Redis;

namespace LanguageRouter.Redis.Budgets;

/// <summary>Calls the two scripts.</summary>
internal static class BudgetScripts
{
    private const decimal PerDollar = 1_000_000_000;

    private static readonly string Reserve = Read("reserve.lua");
    private static readonly string Settle = Read("settle.lua");

    public static async Task<string[]> ReserveAsync(IDatabase database, RedisKeys keys, BudgetLease lease, BudgetPolicy budget, bool enforce)
    {
        var prefix = keys.Budget(lease.Tenant);
        var names = new RedisKey[3 + lease.Windows.Length];
        var values = new RedisValue[5 + 3 * lease.Windows.Length];
        (names[0], names[1], names[2]) = (prefix + "ends", prefix + "leases", prefix + "overshoots");
        (values[0], values[1], values[2], values[3], values[4]) =
            (prefix, Id(lease), (long)Math.Ceiling(lease.ReservedUsd * PerDollar), (long)budget.LeaseLifetime.TotalMilliseconds, enforce ? 1 : 0);
        for (var i = 0; i < lease.Windows.Length; i++)
        {
            var window = lease.Windows[i];
            names[3 + i] = RedisKeys.Window(prefix, window);
            values[5 + 3 * i] = window.Start.ToUnixTimeMilliseconds();
            values[6 + 3 * i] = window.End.ToUnixTimeMilliseconds();
            values[7 + 3 * i] = budget.Limits[i].HardUsd is { } hard ? Nano(hard) : -1;
        }

        return Texts(await database.ScriptEvaluateAsync(Reserve, names, values).ConfigureAwait(false));
    }

    public static async Task<string[]> SettleAsync(IDatabase database, RedisKeys keys, BudgetLease lease, decimal usd, bool isFirst)
    {
        var prefix = keys.Budget(lease.Tenant);
        var id = Id(lease);
        var names = new RedisKey[5 + lease.Windows.Length];
        var values = new RedisValue[3 + lease.Windows.Length];
        (names[0], names[1], names[2], names[3], names[4]) = (prefix + "ends", prefix + "leases", prefix + "overshoots", prefix + "settled:" + id, prefix + "late:" + id);
        (values[0], values[1], values[2]) = (id, Nano(usd), !lease.IsConfirmed ? "unconfirmed" : isFirst ? "first" : "again");
        for (var i = 0; i < lease.Windows.Length; i++)
        {
            names[5 + i] = RedisKeys.Window(prefix, lease.Windows[i]);
            values[3 + i] = lease.Windows[i].End.ToUnixTimeMilliseconds();
        }

        return Texts(await database.ScriptEvaluateAsync(Settle, names, values).ConfigureAwait(false));
    }

    public static decimal ToUsd(string nanodollars) => decimal.Parse(nanodollars, CultureInfo.InvariantCulture) / PerDollar;

    private static string Id(BudgetLease lease) => lease.Id.ToString("N");

    private static long Nano(decimal usd) => (long)Math.Round(usd * PerDollar, MidpointRounding.AwayFromZero);

    private static string[] Texts(RedisResult result) => (string[])result!;

    private static string Read(string name)
    {
        using var stream = typeof(BudgetScripts).Assembly.GetManifestResourceStream("LanguageRouter.Redis." + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
