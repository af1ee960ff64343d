using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Scoring;
using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests.Accounting;

/// <summary>Stores with records and comparisons of two routes.</summary>
internal static class AccountFiles
{
    /// <summary>Two hundred requests answered in English, each compared with the direct route: 60 % of wins, half the cost.</summary>
    public static async Task<string> StoreAsync()
    {
        var path = TestFiles.New("records.db");
        var store = RecordStores.Sqlite(path);
        await using (store)
        {
            var cancellation = TestContext.Current.CancellationToken;
            await store.AppendPoliciesAsync([new StoredPolicy { Version = "p1", Mode = "enforce", Default = "direct" }], cancellation);
            var records = Enumerable.Range(0, 200).Select(Record).ToList();
            await store.AppendAsync(records, cancellation);
            await store.AppendComparisonsAsync([.. records.Select(Comparison)], cancellation);
        }

        return path;
    }

    private static StoredRecord Record(int i) => new()
    {
        Id = Guid.CreateVersion7(Time(i)), Time = Time(i), Tenant = "acme", Policy = "p1", Mode = "enforce", Origin = "computed", Chosen = "english", Target = "english", Answered = "english", Default = "direct",
        Signals = new StoredSignals { Language = "ja", AnswerLanguage = "ja", Task = "math", TaskEvidence = "none", Register = "polite", ResponseFormat = "text" },
        Candidates = [Candidate("direct", "direct", "gpt-4o", 0.002m, 0), Candidate("english", "translated", "gpt-4o", 0.001m, 5)],
        Attempts = [new StoredAttempt { Route = "english", Outcome = "succeeded", Cost = CostInterval.Exact(0.001m) }],
        ActualCost = CostInterval.Exact(0.001m),
        OwnCost = CostInterval.Exact(0),
        Alternatives = [new StoredAlternative("direct", CostInterval.Exact(0.002m))],
        Duration = TimeSpan.FromSeconds(3),
    };

    private static StoredCandidate Candidate(string route, string kind, string model, decimal cost, double points) => new()
    {
        Route = route, Kind = kind, Model = model, Translator = kind == "translated" ? "gpt-4o-mini" : null, Standing = route == "english" ? "chosen" : "scored",
        Cost = CostInterval.Exact(cost), Points = points, LowPoints = points - 1, Evidence = route == "direct" ? "reference" : "published",
    };

    private static StoredComparison Comparison(StoredRecord record, int i) => new()
    {
        Id = Guid.CreateVersion7(Time(i)), DecisionId = record.Id, Time = record.Time, Tenant = record.Tenant, Policy = record.Policy, Language = "ja", Task = "math", Route = "english", Other = "direct",
        Score = i % 10 < 5 ? 1 : i % 10 < 7 ? 0.5 : 0, Judge = "judge", Cost = CostInterval.Exact(0.001m), OtherCost = CostInterval.Exact(0.002m), JudgeCost = CostInterval.Exact(0.0001m),
        Duration = TimeSpan.FromSeconds(3), OtherDuration = TimeSpan.FromSeconds(2),
    };

    private static DateTimeOffset Time(int i) => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(i);
}
