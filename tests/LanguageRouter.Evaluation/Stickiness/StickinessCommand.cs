namespace LanguageRouter.Evaluation.Stickiness;

/// <summary>What conversations cost under each way to route them.</summary>
internal static class StickinessCommand
{
    public static int Run(EvaluationOptions options)
    {
        var failed = 0;
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var conversations = ConversationTraffic.Read(options.PathOf, seed);
            Console.WriteLine(FormattableString.Invariant($"traffic {seed}: {conversations.Count} conversations of {ConversationTraffic.Turns} turns"));
            var results = StickinessSimulation.Strategies.Select(strategy => StickinessSimulation.RunAsync(conversations, strategy).GetAwaiter().GetResult()).ToArray();
            var (bestFixed, ours) = (results[..2].Min(result => result.CostUsd), results[^1]);
            foreach (var result in results)
            {
                Console.WriteLine(FormattableString.Invariant(
                    $"  {result.Strategy,-18} ${result.CostUsd:0.000000}  {result.CostUsd / bestFixed:0.000}x the best fixed route  {result.CachedShare:0.0%} of input cached  {result.Switches} switches, {result.SwitchesInsideTurns} inside turns  {result.MiniShare:0%} of calls to the model with the cache"));
            }

            failed += ours.CostUsd >= 1.02m * bestFixed || ours.CostUsd >= results[2].CostUsd || ours.SwitchesInsideTurns > 0 ? 1 : 0;
        }

        return failed;
    }
}
