using LanguageRouter.Budgets;

namespace LanguageRouter.Evaluation.Budgets;

/// <summary>The ledger in process under 16 threads of 10,000 requests each, and what a reservation costs.</summary>
internal static class BudgetLedgerCommand
{
    public static int Run(EvaluationOptions options)
    {
        var requests = options.Rest.Count > 0 ? int.Parse(options.Rest[0], System.Globalization.CultureInfo.InvariantCulture) : 10_000;
        var failed = 0;
        foreach (var overshoot in new[] { false, true })
        {
            var startedAt = TimeProvider.System.GetTimestamp();
            var result = LedgerLoad.RunAsync(new MemoryBudgetLedger(TimeProvider.System), threads: 16, requests, seed: 11, overshoot).GetAwaiter().GetResult();
            var seconds = TimeProvider.System.GetElapsedTime(startedAt).TotalSeconds - 0.55;
            Console.WriteLine(FormattableString.Invariant($"{(overshoot ? "one in ten dearer than its reservation" : "no request dearer than its reservation")}: {result}"));
            Console.WriteLine(FormattableString.Invariant($"  {16 * requests / seconds:0} requests a second in 16 threads"));
            failed += result.SettledUsd != result.LedgerUsd || result.FalseRefusals > 0 || result.ExcessUsd > result.LargestOvershootUsd ? 1 : 0;
        }

        return failed;
    }
}
