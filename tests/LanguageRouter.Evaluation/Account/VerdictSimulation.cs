using System.Globalization;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Evaluation.Account;

/// <summary>
/// Looks at verdicts after every observation, for tenants whose truth is known: how often a path that is not beneficial is ever called so, and how
/// long a beneficial one takes, against the best test that looks once. Usage: verdicts [TENANTS] [OBSERVATIONS].
/// </summary>
internal static class VerdictSimulation
{
    // Truths at the limits of what is not beneficial, where a false verdict is likeliest, and one far from them.
    private static readonly Truth[] NotBeneficial =
    [
        new("quality at the limit, 20 % saved", 0.35, 0.20, 0.45, 0.20),
        new("better quality, dearer by the limit", 0.50, 0.20, 0.30, -0.05),
        new("equal in both", 0.40, 0.20, 0.40, 0),
        new("equal quality, few ties, no saving, noisy costs", 0.5, 0, 0.5, 0, 1.0),
        new("worse, 20 % saved", 0.25, 0.20, 0.55, 0.20),
    ];

    private static readonly Truth Beneficial = new("60 % of wins, 20 % saved", 0.50, 0.20, 0.30, 0.20);

    public static int Run(EvaluationOptions options)
    {
        var tenants = options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : 1_000;
        var observations = options.Rest.Count > 1 ? int.Parse(options.Rest[1], CultureInfo.InvariantCulture) : 2_000;
        Console.WriteLine($"{tenants} tenants a row, up to {observations} observations, looked at after each (seed 11).");
        Console.WriteLine("| truth | ever called beneficial | ever called not beneficial | observations until the verdict: median / 90 % |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var truth in (Truth[])[.. NotBeneficial, Beneficial])
        {
            var runs = Enumerable.Range(0, tenants).Select(tenant => Watch(truth, observations, new Random(11 + 1_000 * tenant))).ToArray();
            var wanted = truth == Beneficial ? VerdictOutcome.Beneficial : VerdictOutcome.NotBeneficial;
            var times = runs.Where(run => run.Outcome == wanted).Select(run => run.At).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {truth.Name} | {Share(runs, VerdictOutcome.Beneficial, tenants)} | {Share(runs, VerdictOutcome.NotBeneficial, tenants)} | {Quantile(times, 0.5, tenants)} / {Quantile(times, 0.9, tenants)} |"));
        }

        foreach (var power in (double[])[0.5, 0.9])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Best test of a fixed size that reaches the same verdict for '{Beneficial.Name}' with a probability of {power:P0}: {FixedSize(power, tenants)} observations, looked at once."));
        }

        return 0;
    }

    internal static (VerdictOutcome Outcome, int At) Watch(Truth truth, int observations, Random random)
    {
        var pair = new PathComparison();
        for (var i = 1; i <= observations; i++)
        {
            truth.Draw(random, pair);
            if (pair.Outcome is var outcome and not VerdictOutcome.NotEnoughData)
            {
                return (outcome, i);
            }
        }

        return (VerdictOutcome.NotEnoughData, observations);
    }

    // The z-test of the same claims with the same error on each side; its size is chosen knowing the truth, which nobody does.
    private static int FixedSize(double power, int tenants)
    {
        const double Quantile = 1.959964;
        for (var size = 10; ; size += 5)
        {
            var reached = 0;
            for (var tenant = 0; tenant < tenants; tenant++)
            {
                var random = new Random(12 + 1_000 * tenant);
                var (scores, differences, margins) = (new double[size], new double[size], new double[size]);
                for (var i = 0; i < size; i++)
                {
                    var (score, own, other) = Beneficial.Draw(random);
                    (scores[i], differences[i], margins[i]) = (score, other - own, 1.05 * other - own);
                }

                var noWorse = Z(scores, 0.45) > Quantile && Z(margins, 0) > Quantile;
                reached += noWorse && (Z(scores, 0.5) > Quantile || Z(differences, 0) > Quantile) ? 1 : 0;
            }

            if (reached >= power * tenants)
            {
                return size;
            }
        }
    }

    private static double Z(double[] values, double mean)
    {
        var average = values.Average();
        var variance = values.Sum(value => (value - average) * (value - average)) / (values.Length - 1);
        return variance <= 0 ? double.PositiveInfinity * Math.Sign(average - mean) : (average - mean) / Math.Sqrt(variance / values.Length);
    }

    private static string Share((VerdictOutcome Outcome, int At)[] runs, VerdictOutcome outcome, int tenants) =>
        ((double)runs.Count(run => run.Outcome == outcome) / tenants).ToString("P1", CultureInfo.InvariantCulture);

    private static string Quantile(int[] times, double quantile, int tenants)
    {
        var at = (int)(quantile * tenants);
        return at < times.Length ? times[at].ToString(CultureInfo.InvariantCulture) : "-";
    }

    /// <summary>A truth: the shares of wins, ties and losses, and what is saved of skewed costs.</summary>
    internal sealed record Truth(string Name, double Win, double Tie, double Loss, double Saving, double Noise = 0.3)
    {
        public (double Score, double Own, double Other) Draw(Random random)
        {
            var lot = random.NextDouble();
            var other = Math.Exp(Normal(random));
            var own = other * (1 - Saving) * Math.Exp(Noise * Normal(random) - Noise * Noise / 2);
            return (lot < Win ? 1 : lot < Win + Tie ? 0.5 : 0, own, other);
        }

        public void Draw(Random random, PathComparison pair)
        {
            var (score, own, other) = Draw(random);
            pair.AddQuality(score);
            pair.AddCost(own, other);
        }

        private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
