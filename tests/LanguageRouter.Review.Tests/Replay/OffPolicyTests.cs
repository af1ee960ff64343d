using LanguageRouter.Review.Replay;

namespace LanguageRouter.Review.Tests.Replay;

public sealed class OffPolicyTests
{
    private static readonly string[] Routes = ["a", "b", "c"];

    [Fact]
    public void Intervals_hold_the_truth()
    {
        // A short version of the evaluation command "off-policy".
        const int Logs = 300;
        var (ips, robust) = (0, 0);
        for (var log = 0; log < Logs; log++)
        {
            var (truth, outcomes) = Log(new Random(31 + 1_000 * log), 400, 0.3);
            var estimate = OffPolicyEstimator.Estimate(outcomes);
            ips += estimate.InversePropensity.Contains(truth) ? 1 : 0;
            robust += estimate.DoublyRobust.Contains(truth) ? 1 : 0;
        }

        Assert.InRange(ips, 0.92 * Logs, Logs);
        Assert.InRange(robust, 0.92 * Logs, Logs);
    }

    [Fact]
    public void What_the_log_never_tried_is_not_estimated()
    {
        var estimate = OffPolicyEstimator.Estimate([.. Enumerable.Range(0, 50).Select(_ => new LoggedOutcome("math ja", "a", 1, 0.8, "b"))]);
        Assert.Equal((50, 0, 0), (estimate.Requests, estimate.Supported, estimate.Matched));
        Assert.Equal((0, 1), (estimate.DoublyRobust.Low, estimate.DoublyRobust.High));
    }

    [Fact]
    public void The_same_policy_is_the_mean_that_was_logged()
    {
        var estimate = OffPolicyEstimator.Estimate([.. Enumerable.Range(0, 100).Select(i => new LoggedOutcome("math ja", "a", 1, i % 4 / 4.0, "a"))]);
        Assert.Equal(0.375, estimate.Logged.Estimate, 9);
        Assert.Equal(0.375, estimate.InversePropensity.Estimate, 9);
        Assert.Equal(0.375, estimate.DoublyRobust.Estimate, 6);
    }

    private static (double Truth, List<LoggedOutcome> Log) Log(Random random, int requests, double exploration)
    {
        var means = Enumerable.Range(0, 12).Select(_ => 0.2 + 0.7 * random.NextDouble()).ToArray();
        var choice = Enumerable.Range(0, 8).Select(_ => random.Next(3)).ToArray();
        var log = new List<LoggedOutcome>();
        double truth = 0;
        for (var i = 0; i < requests; i++)
        {
            var group = random.Next(4);
            var action = random.NextDouble() < exploration ? random.Next(3) : choice[group];
            var wanted = choice[4 + group];
            truth += means[3 * group + wanted];
            log.Add(new LoggedOutcome(
                $"g{group}", Routes[action], exploration / 3 + (action == choice[group] ? 1 - exploration : 0), random.NextDouble() < means[3 * group + action] ? 1 : 0, Routes[wanted]));
        }

        return (truth / requests, log);
    }
}
