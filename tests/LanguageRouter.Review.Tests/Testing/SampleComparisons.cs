using LanguageRouter.Review.Records;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>Shadow runs of sample records: for one tenant translation is good, for another bad, for the third there are few.</summary>
internal static class SampleComparisons
{
    private static readonly (string Tenant, string Task, int Pairs, double Win, double Tie, decimal Saving)[] Truths =
    [
        ("careful", "math", 240, 0.5, 0.3, 0.2m), ("thrifty", "rewriting", 150, 0.1, 0.2, 0.1m), ("observing", "world-knowledge", 12, 0.4, 0.2, 0.3m),
    ];

    public static IEnumerable<StoredComparison> Of(IReadOnlyList<StoredRecord> records, bool simulated)
    {
        var random = new Random(17);
        foreach (var (tenant, task, pairs, win, tie, saving) in Truths)
        {
            foreach (var record in records.Where(record => record.Tenant == tenant).Take(pairs))
            {
                var lot = random.NextDouble();
                var cost = Math.Round(0.001m + 0.002m * (decimal)random.NextDouble(), 9);
                var seconds = 2 + 3 * random.NextDouble();
                yield return new StoredComparison
                {
                    Id = Guid.CreateVersion7(record.Time), DecisionId = record.Id, Time = record.Time, Tenant = tenant, Policy = record.Policy, Language = "ja", Task = task,
                    Route = "translated", Other = "direct", Score = lot < win ? 1 : lot < win + tie ? 0.5 : 0, Judge = "judge",
                    Cost = CostInterval.Exact(cost * (1 - saving)), OtherCost = CostInterval.Exact(cost), JudgeCost = CostInterval.Exact(0.0002m),
                    Duration = TimeSpan.FromSeconds(seconds * (1.2 + 0.4 * random.NextDouble())), OtherDuration = TimeSpan.FromSeconds(seconds), Simulated = simulated,
                };
            }
        }
    }
}
