using System.Runtime.InteropServices;
using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Replay;

/// <summary>Estimates what a policy would have achieved from the log of another.</summary>
/// <remarks>
/// The doubly robust estimate is the model's reward of the wanted route, corrected on the requests that took it by the error of the model over
/// the propensity; it is right where the propensities are right, however bad the model is. The model is the mean reward by group and route,
/// drawn towards the route's mean, and never learnt from the requests it is used on (five folds). Intervals are normal with Student's
/// quantile for the effective number of requests that took the wanted route. A log in which rare draws have not happened looks more certain
/// than it is, so one request of the largest weight and of the largest possible error is mixed into the variance.
/// A request whose wanted route was taken with certainty or never cannot correct anything: where the log did not draw and another route was
/// taken, it is left out and counted as not supported.
/// </remarks>
public static class OffPolicyEstimator
{
    private const int Folds = 5;
    private const double Shrinkage = 5;

    // The variance of a reward that is 0 or 1 as often.
    private const double LargestError = 0.25;

    /// <summary>Estimates the mean reward.</summary>
    /// <param name="log">The logged requests.</param>
    /// <returns>The estimates; intervals of 0 to 1 where nothing is supported.</returns>
    public static OffPolicyEstimate Estimate(IReadOnlyList<LoggedOutcome> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var supported = log.Where(IsSupported).ToArray();
        var matched = supported.Count(Matches);
        var unknown = new Interval(0, 0.5, 1);
        return new OffPolicyEstimate
        {
            Requests = log.Count,
            Supported = supported.Length,
            Matched = matched,
            Logged = supported.Length == 0 ? unknown : MeanOf([.. supported.Select(outcome => outcome.Reward)], supported.Length, 1),
            InversePropensity = matched == 0 ? unknown : ByInversePropensity(supported),
            DoublyRobust = matched == 0 ? unknown : ByBoth(supported),
        };
    }

    private static bool Matches(LoggedOutcome outcome) => outcome.Action == outcome.Wanted;

    private static bool IsSupported(LoggedOutcome outcome) => outcome.Propensity is > 0 and < 1 || (outcome.Propensity >= 1 && Matches(outcome));

    private static Interval ByInversePropensity(LoggedOutcome[] log)
    {
        var weights = Weights(log);
        var total = weights.Sum();
        var mean = log.Select((outcome, i) => weights[i] * outcome.Reward).Sum() / total;

        // The variance of the ratio, by its linear part.
        var variance = log.Select((outcome, i) => weights[i] * (outcome.Reward - mean)).Sum(error => error * error) / (total * total);
        return Around(mean, variance + Rare(log, total), Effective(weights));
    }

    private static Interval ByBoth(LoggedOutcome[] log)
    {
        var values = new double[log.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = new RewardModel(log.Where((_, i) => i % Folds != fold));
            for (var i = fold; i < log.Length; i += Folds)
            {
                var outcome = log[i];
                values[i] = model.Of(outcome.Group, outcome.Wanted)
                    + (Matches(outcome) ? (outcome.Reward - model.Of(outcome.Group, outcome.Action)) / outcome.Propensity : 0);
            }
        }

        return MeanOf(values, Effective(Weights(log)), LargestWeight(log));
    }

    private static Interval MeanOf(double[] values, double effective, double largestWeight)
    {
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1) / values.Length;
        return Around(mean, variance + LargestError * largestWeight * largestWeight / ((double)values.Length * values.Length), effective);
    }

    private static double[] Weights(LoggedOutcome[] log) => Array.ConvertAll(log, outcome => Matches(outcome) ? 1 / outcome.Propensity : 0);

    private static double LargestWeight(LoggedOutcome[] log) => 1 / log.Min(outcome => outcome.Propensity);

    private static double Rare(LoggedOutcome[] log, double total) => LargestError * Math.Pow(LargestWeight(log) / total, 2);

    private static double Effective(double[] weights) => Math.Pow(weights.Sum(), 2) / weights.Sum(weight => weight * weight);

    private static Interval Around(double mean, double variance, double effective)
    {
        var half = Student(effective) * Math.Sqrt(variance);
        return new(Math.Max(0, mean - half), Math.Clamp(mean, 0, 1), Math.Min(1, mean + half));
    }

    // The 97.5 % quantile by its expansion in 1 / degrees of freedom.
    private static double Student(double count)
    {
        const double Normal = 1.959964;
        var freedom = Math.Max(2, count - 1);
        return Normal + (Math.Pow(Normal, 3) + Normal) / (4 * freedom) + (5 * Math.Pow(Normal, 5) + 16 * Math.Pow(Normal, 3) + 3 * Normal) / (96.0 * freedom * freedom);
    }

    private sealed class RewardModel
    {
        private readonly Dictionary<(string Group, string Route), (double Count, double Sum)> _cells = [];
        private readonly Dictionary<string, (double Count, double Sum)> _routes = new(StringComparer.Ordinal);
        private readonly double _mean;

        public RewardModel(IEnumerable<LoggedOutcome> log)
        {
            var (count, sum) = (0, 0.0);
            foreach (var outcome in log)
            {
                Add(ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, (outcome.Group, outcome.Action), out _), outcome.Reward);
                Add(ref CollectionsMarshal.GetValueRefOrAddDefault(_routes, outcome.Action, out _), outcome.Reward);
                (count, sum) = (count + 1, sum + outcome.Reward);
            }

            _mean = count == 0 ? 0.5 : sum / count;
        }

        public double Of(string group, string route)
        {
            var byRoute = Drawn(_routes.GetValueOrDefault(route), _mean);
            return Drawn(_cells.GetValueOrDefault((group, route)), byRoute);
        }

        private static void Add(ref (double Count, double Sum) cell, double reward) => cell = (cell.Count + 1, cell.Sum + reward);

        private static double Drawn((double Count, double Sum) cell, double towards) => (cell.Sum + Shrinkage * towards) / (cell.Count + Shrinkage);
    }
}
