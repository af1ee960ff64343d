using System.Collections.Immutable;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>The review page over a store with routed samples, served on this machine.</summary>
internal sealed class ReviewSite : IAsyncDisposable
{
    /// <summary>What would run if any name were read as HTML.</summary>
    public const string Injection = "<img src=x onerror=\"document.title='pwned'\"></script><script>document.title='pwned'</script>";

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _application;

    public string Address => $"{_application!.Urls.First()}/language-router/";

    public string File => _folder.File("records.db");

    public ImmutableArray<StoredRecord> Records { get; private set; }

    public static async Task<ReviewSite> StartAsync(bool isEmpty = false, Action<IServiceCollection>? services = null, Action<IEndpointConventionBuilder>? endpoints = null)
    {
        var site = new ReviewSite();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLanguageRouterReview(new RecordStoreOptions { SqliteFile = site.File, Simulated = true, RetainRecords = null, RetainRollups = null });
        services?.Invoke(builder.Services);
        site._application = builder.Build();
        var mapped = site._application.MapLanguageRouterReview();
        endpoints?.Invoke(mapped);
        if (!isEmpty)
        {
            await site.FillAsync(site._application.Services.GetRequiredService<IRecordStore>());
        }

        await site._application.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _application!.DisposeAsync();
        _folder.Dispose();
    }

    private async Task FillAsync(IRecordStore store)
    {
        var routed = await SampleRecords.RouteAsync();
        var records = await Samples.SpreadAsync(6_000, days: 30);
        records[^1] = Hostile(records[^1]);
        Records = [.. records];
        await store.AppendPoliciesAsync([.. routed.Select(record => PolicyMapping.PolicyOf(record.Decision, Samples.Start)).DistinctBy(policy => policy.Version)], default);
        await store.AppendAsync(records, default);
        var random = new Random(11);
        foreach (var record in records.Where((_, i) => i % 25 == 0 || i > 5_990))
        {
            await store.AppendFeedbackAsync(
                new StoredFeedback { DecisionId = record.Id, Source = "user", Kind = "thumbs", Score = random.NextDouble() < (record.Answered == "translated" ? 0.7 : 0.8) ? 1 : 0, Time = record.Time.AddMinutes(3) }, default);
        }

        await store.AppendTextAsync(new StoredText(records[^2].Id, records[^2].Time, "[name]さんに送る文を書いてください。", Injection), default);
    }

    private static StoredRecord Hostile(StoredRecord record) => record with
    {
        Tenant = Injection,
        Reasons = [Injection, .. record.Reasons],
        Candidates = [.. record.Candidates.Select(candidate => candidate with { Model = Injection, Source = Injection, ExcludedDetail = Injection })],
        Attempts = [.. record.Attempts.Select(attempt => attempt with { Error = Injection, Calls = [.. attempt.Calls.Select(call => call with { ModelId = Injection })] })],
    };

    /// <summary>Verdicts as an application would make them; their figures are made up for the page's tests.</summary>
    internal sealed class MadeUpVerdicts : IReviewVerdicts
    {
        public ValueTask<IReadOnlyList<ReviewVerdict>> ReadAsync(IRecordStore store, RecordFilter filter, CancellationToken cancellationToken) => new(
        [
            new ReviewVerdict { Tenant = "careful", Language = "ja", Task = "math", Path = "translated", Against = "direct", Verdict = "beneficial", Saving = (0.112, 0.158, 0.204), SavingIsMeasured = true, Wins = 84, Ties = 61, Losses = 40, WinRate = (0.541, 0.619, 0.693), LatencySeconds = 1.4, Simulated = true },
            new ReviewVerdict { Tenant = "thrifty", Language = "ja", Task = "rewriting", Path = "translated", Against = "direct", Verdict = "not-beneficial", Saving = (0.051, 0.124, 0.193), Wins = 12, Ties = 20, Losses = 71, WinRate = (0.148, 0.214, 0.301), LatencySeconds = 1.9, Simulated = true },
            new ReviewVerdict { Tenant = "observing", Language = "ja", Task = "world-knowledge", Path = "adapted", Against = "direct", Verdict = "not-enough-data", Saving = (0.93, 0.95, 0.96), Wins = 5, Ties = 3, Losses = 6, WinRate = (0.21, 0.46, 0.73), More = 212, Simulated = true },
        ]);
    }
}
