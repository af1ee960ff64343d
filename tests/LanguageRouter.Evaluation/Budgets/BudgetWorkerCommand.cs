using System.Globalization;
using LanguageRouter.Budgets;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>One process of <see cref="BudgetRedisCommand"/>: spends through Redis and writes down what it means to settle and what was settled.</summary>
internal static class BudgetWorkerCommand
{
    public const int Tasks = 4;

    public static int Run(EvaluationOptions options)
    {
        var (configuration, requests, seed, limit) = (options.Rest[0], Number(options.Rest[1]), Number(options.Rest[2]), decimal.Parse(options.Rest[3], CultureInfo.InvariantCulture));
        RunAsync(configuration, requests, seed, limit).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(string configuration, int requests, int seed, decimal limit)
    {
        var services = new ServiceCollection();
        services.AddLanguageRouterRedis(configuration, redis => redis.Timeout = TimeSpan.FromSeconds(5));
        await using var provider = services.BuildServiceProvider();
        await using var journal = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var budget = LedgerLoad.BudgetOf(limit, BudgetRedisCommand.Lease);
        await LedgerLoad.WorkAsync(provider.GetRequiredService<IBudgetLedger>(), budget, Tasks, requests / Tasks, seed, (what, usd, difference) =>
        {
            lock (journal)
            {
                journal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {usd} {difference}"));
            }
        });
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
