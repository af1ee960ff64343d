using System.Globalization;
using LanguageRouter.Review.Replay;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Evaluation.Account;

/// <summary>Estimates policies from simulated logs whose truth is known: how often do the 95 % intervals hold it? Usage: off-policy [LOGS].</summary>
internal static class OffPolicySimulation
{
    private const int Groups = 8;
    private static readonly string[] Routes = ["direct", "translated", "adapted"];

    public static int Run(EvaluationOptions options)
    {
        var logs = options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : 2_000;
        Console.WriteLine($"{logs} logs a row, each of another random truth (seed 21).");
        Console.WriteLine("| requests | explored | rewards | IPS holds the truth | doubly robust holds it | mean width IPS / doubly robust |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var requests in (int[])[200, 1_000, 5_000])
        {
            foreach (var exploration in (double[])[0.1, 0.3, 1])
            {
                foreach (var isBinary in (bool[])[true, false])
                {
                    var estimates = Enumerable.Range(0, logs).Select(log => Simulate(new Random(21 + 7 * log), requests, exploration, isBinary)).ToArray();
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"| {requests} | {exploration:P0} | {(isBinary ? "thumbs" : "scores")} | {estimates.Average(e => e.Ips.Contains(e.Truth) ? 1 : 0):P1} | {estimates.Average(e => e.Robust.Contains(e.Truth) ? 1 : 0):P1} | {estimates.Average(e => e.Ips.Width):0.000} / {estimates.Average(e => e.Robust.Width):0.000} |"));
                }
            }
        }

        return 0;
    }

    /// <summary>One log: a policy that knows little decides and explores, another would have decided otherwise; the truth is over these requests' own kinds.</summary>
    internal static (double Truth, Interval Ips, Interval Robust) Simulate(Random random, int requests, double exploration, bool isBinary)
    {
        var means = new double[Groups, Routes.Length];
        var (logging, wanted) = (new int[Groups], new int[Groups]);
        for (var group = 0; group < Groups; group++)
        {
            (logging[group], wanted[group]) = (random.Next(Routes.Length), random.Next(Routes.Length));
            for (var route = 0; route < Routes.Length; route++)
            {
                means[group, route] = 0.2 + 0.75 * random.NextDouble();
            }
        }

        var log = new List<LoggedOutcome>(requests);
        double truth = 0;
        for (var i = 0; i < requests; i++)
        {
            var group = (int)(Groups * random.NextDouble() * random.NextDouble());
            var explored = random.NextDouble() < exploration;
            var action = explored ? random.Next(Routes.Length) : logging[group];
            var propensity = exploration / Routes.Length + (action == logging[group] ? 1 - exploration : 0);
            var mean = means[group, action];
            var reward = isBinary ? (random.NextDouble() < mean ? 1 : 0) : Math.Clamp(mean + 0.2 * (random.NextDouble() - random.NextDouble()), 0, 1);
            truth += Mean(means[group, wanted[group]], isBinary);
            log.Add(new LoggedOutcome(group.ToString(CultureInfo.InvariantCulture), Routes[action], propensity, reward, Routes[wanted[group]]));
        }

        var estimate = OffPolicyEstimator.Estimate(log);
        return (truth / requests, estimate.InversePropensity, estimate.DoublyRobust);
    }

    // Clamping moves the mean of a score near the ends: the integral of the triangle that is cut off.
    private static double Mean(double mean, bool isBinary)
    {
        if (isBinary)
        {
            return mean;
        }

        const double Spread = 0.2;
        var (over, under) = (Math.Max(0, mean + Spread - 1), Math.Max(0, Spread - mean));
        return mean - over * over * over / (6 * Spread * Spread) + under * under * under / (6 * Spread * Spread);
    }
}
