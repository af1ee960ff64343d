using System.Globalization;
using LanguageRouter.Budgets;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>The ledger in process under 16 threads of 10,000 requests each, what a reservation costs, and by how much limits are exceeded.</summary>
internal static class BudgetLedgerCommand
{
    private const int Threads = 16;
    private const int Limits = 500;

    public static int Run(EvaluationOptions options)
    {
        var requests = options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : 10_000;
        var failed = 0;
        foreach (var overshoot in Enum.GetValues<LedgerOvershoot>())
        {
            var startedAt = TimeProvider.System.GetTimestamp();
            var result = LedgerLoad.RunAsync(new MemoryBudgetLedger(TimeProvider.System), Threads, requests, seed: 11, overshoot).GetAwaiter().GetResult();
            var seconds = TimeProvider.System.GetElapsedTime(startedAt).TotalSeconds - 0.55;
            Console.WriteLine(FormattableString.Invariant($"{Name(overshoot)}: {result}"));
            Console.WriteLine(FormattableString.Invariant($"  {Threads * requests / seconds:0} requests a second in {Threads} threads"));
            failed += result.SettledUsd != result.LedgerUsd || result.FalseRefusals > 0 || result.ExcessUsd > result.LargestOvershootUsd ? 1 : 0;
        }

        return failed + Reach(LedgerOvershoot.Some) + Reach(LedgerOvershoot.Heavy) + Reach(LedgerOvershoot.Twice);
    }

    // The last request of a budget is where it matters, so many limits are reached, each by a tenant of which nothing is known.
    private static int Reach(LedgerOvershoot overshoot)
    {
        var excess = Enumerable.Range(0, Limits)
            .Select(seed => LedgerLoad.ReachAsync(new MemoryBudgetLedger(TimeProvider.System), Threads, requests: 100, seed, overshoot).GetAwaiter().GetResult()).Order().ToArray();
        Console.WriteLine(FormattableString.Invariant(
            $"{Limits} limits reached, {Name(overshoot)}: exceeded {excess.Count(units => units > 0)} times, by more than one difference {excess.Count(units => units > 1)} times; in units of the largest difference of one request the 99th percentile is {excess[Limits * 99 / 100]:0.00}, the highest {excess[^1]:0.00}"));
        return excess[^1] > 1 ? 1 : 0;
    }

    private static string Name(LedgerOvershoot overshoot) => overshoot switch
    {
        LedgerOvershoot.None => "no request dearer than its reservation",
        LedgerOvershoot.Some => "one in ten a fifth dearer",
        LedgerOvershoot.Heavy => "one in ten dearer with a heavy tail",
        _ => "every one twice as dear",
    };
}
