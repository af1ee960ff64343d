using System.Diagnostics;
using LanguageRouter.Budgets;
using LanguageRouter.Stickiness;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>What a request pays for a budget and a conversation in Redis on loopback: recall, reserve, settle, remember, against the same in process.</summary>
internal static class RedisOverheadCommand
{
    private const int Rounds = 20;
    private const int Requests = 250;

    public static int Run(EvaluationOptions options)
    {
        RunAsync().GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync()
    {
        await using var server = await RedisServer.StartAsync();
        var services = new ServiceCollection();
        services.AddLanguageRouterRedis(server.Configuration, redis => redis.Timeout = TimeSpan.FromSeconds(5));
        await using var provider = services.BuildServiceProvider();
        using var own = new MemoryConversationMemory();
        var shared = (Ledger: provider.GetRequiredService<IBudgetLedger>(), Memory: provider.GetRequiredService<IConversationMemory>());
        var memory = (Ledger: (IBudgetLedger)new MemoryBudgetLedger(TimeProvider.System), Memory: (IConversationMemory)own);
        var (there, here) = (new List<double>(), new List<double>());

        // Turn by turn, so that what else the machine does meets both; the first round warms up.
        for (var round = 0; round <= Rounds; round++)
        {
            await MeasureAsync(memory.Ledger, memory.Memory, round == 0 ? [] : here);
            await MeasureAsync(shared.Ledger, shared.Memory, round == 0 ? [] : there);
        }

        here.Sort();
        there.Sort();
        Console.WriteLine(FormattableString.Invariant(
            $"{there.Count} requests, one after another, a month's budget and a conversation each: in process p50 {At(here, 0.5):0.0000} ms, p99 {At(here, 0.99):0.0000} ms; in Redis (fsync always) p50 {At(there, 0.5):0.000} ms, p99 {At(there, 0.99):0.000} ms; added p50 {At(there, 0.5) - At(here, 0.5):0.000} ms, p99 {At(there, 0.99) - At(here, 0.99):0.000} ms"));
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(sorted.Count * share)];

    private static async Task MeasureAsync(IBudgetLedger ledger, IConversationMemory memory, List<double> times)
    {
        var budget = LedgerLoad.BudgetOf(1_000_000, TimeSpan.FromMinutes(10));
        for (var i = 0; i < Requests; i++)
        {
            var key = new ConversationKey(LedgerLoad.Tenant, "v1", ConversationScope.Conversation, $"{i}");
            var startedAt = Stopwatch.GetTimestamp();
            await memory.RecallAsync(key, CancellationToken.None);
            var reservation = await ledger.ReserveAsync(LedgerLoad.Tenant, budget, 0.01m, enforce: true, CancellationToken.None);
            await ledger.SettleAsync(reservation.Lease!, 0.005m);
            await memory.RememberAsync(key, new ConversationRoute("direct", 0, DateTimeOffset.UnixEpoch), TimeSpan.FromMinutes(1));
            times.Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
        }
    }
}
