using System.Diagnostics;
using System.Globalization;
using LanguageRouter.Budgets;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>Four processes of 5,000 requests each on one budget in a real Redis; two of them are killed on the way and replaced.</summary>
internal static class BudgetRedisCommand
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    public static int Run(EvaluationOptions options)
    {
        var requests = options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : 5_000;
        return RunAsync(processes: 4, requests, Console.Out).GetAwaiter().GetResult() ? 0 : 1;
    }

    /// <summary>Runs the load; true where every sum is right.</summary>
    public static async Task<bool> RunAsync(int processes, int requests, TextWriter output)
    {
        await using var server = await RedisServer.StartAsync();
        var limit = processes * requests * 0.015m;
        var seed = new Random(5);
        var startedAt = TimeProvider.System.GetTimestamp();
        var workers = Enumerable.Range(0, processes).Select(i => new Worker(server, requests, i, limit)).ToList();
        for (var i = 0; i < 2; i++)
        {
            // Killed once it has settled some; another takes its place.
            var victim = workers[i];
            await victim.SettledAtLeastAsync(seed.Next(requests / 20, requests / 4));
            victim.Kill();
            workers.Add(new Worker(server, requests / 2, processes + i, limit));
        }

        await Task.WhenAll(workers.Select(worker => worker.EndAsync()));
        await output.WriteLineAsync(FormattableString.Invariant($"{processes} processes, {workers.Count(worker => worker.IsKilled)} killed and replaced, {workers.Sum(worker => worker.Count)} settlements in {TimeProvider.System.GetElapsedTime(startedAt).TotalSeconds:0.0} s"));
        return await CheckAsync(server, limit, workers, output);
    }

    private static async Task<bool> CheckAsync(RedisServer server, decimal limit, List<Worker> workers, TextWriter output)
    {
        await Task.Delay(Lease + TimeSpan.FromMilliseconds(200));
        var services = new ServiceCollection();
        services.AddLanguageRouterRedis(server.Configuration, redis => redis.Timeout = TimeSpan.FromSeconds(5));
        await using var provider = services.BuildServiceProvider();
        var ledger = provider.GetRequiredService<IBudgetLedger>();
        var budget = LedgerLoad.BudgetOf(limit, Lease);
        var spent = await LedgerLoad.SpentAsync(ledger, budget);
        var rest = spent < limit ? await ledger.ReserveAsync(LedgerLoad.Tenant, budget, limit - spent, enforce: true, CancellationToken.None) : null;
        var (settled, meant) = (workers.Sum(worker => worker.SettledUsd), workers.Sum(worker => worker.MeantUsd));
        var open = workers.Where(worker => worker.IsKilled).Sum(worker => worker.MeantUsd - worker.SettledUsd);
        var largest = workers.Max(worker => worker.LargestOvershootUsd);
        var exact = workers.Where(worker => !worker.IsKilled).All(worker => worker.MeantUsd == worker.SettledUsd);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"limit ${limit}, ledger ${spent}, settled and known to be ${settled}, on its way when a process was killed at most ${open}; excess ${Math.Max(0, spent - limit)}, largest overshoot of one request ${largest}; what was left is granted: {rest?.Lease is not null || spent >= limit}"));
        return exact && spent >= settled && spent <= meant && spent - limit <= largest && (rest is null || rest.Lease is not null);
    }

    private sealed class Worker
    {
        private readonly Process _process;
        private readonly Task _reading;
        private int _count;

        public Worker(RedisServer server, int requests, int seed, decimal limit)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            string[] arguments = [typeof(Worker).Assembly.Location, "budget-worker", server.Configuration, $"{requests}", $"{100 * seed}", limit.ToString(CultureInfo.InvariantCulture)];
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            _process = Process.Start(start)!;
            _reading = Task.Run(ReadAsync);
        }

        public bool IsKilled { get; private set; }

        public decimal MeantUsd { get; private set; }

        public decimal SettledUsd { get; private set; }

        public decimal LargestOvershootUsd { get; private set; }

        public int Count => Volatile.Read(ref _count);

        public async Task SettledAtLeastAsync(int count)
        {
            while (Count < count && !_reading.IsCompleted)
            {
                await Task.Delay(5);
            }
        }

        public void Kill()
        {
            IsKilled = true;
            _process.Kill();
        }

        public async Task EndAsync()
        {
            await _reading;
            await _process.WaitForExitAsync();
            if (!IsKilled && _process.ExitCode != 0)
            {
                throw new InvalidOperationException($"A process of the load ended with {_process.ExitCode}.");
            }

            _process.Dispose();
        }

        // A line that a kill cut off is the last one and counts for nothing.
        private async Task ReadAsync()
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Split(' ') is not [var what, var amount, var above, ..]
                    || !decimal.TryParse(amount, CultureInfo.InvariantCulture, out var usd) || !decimal.TryParse(above, CultureInfo.InvariantCulture, out var difference))
                {
                    continue;
                }

                if (what == "i")
                {
                    MeantUsd += usd;
                    LargestOvershootUsd = Math.Max(LargestOvershootUsd, difference);
                }
                else
                {
                    SettledUsd += usd;
                    Interlocked.Increment(ref _count);
                }
            }
        }
    }
}
