using System.Collections.Immutable;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
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

        await store.AppendComparisonsAsync([.. SampleComparisons.Of(records, simulated: true)], default);
        await store.AppendTextAsync(new StoredText(records[^2].Id, records[^2].Time, "[name]さんに送る文を書いてください。", Injection), default);
    }

    private static StoredRecord Hostile(StoredRecord record) => record with
    {
        Tenant = Injection,
        Reasons = [Injection, .. record.Reasons],
        Candidates = [.. record.Candidates.Select(candidate => candidate with { Model = Injection, Source = Injection, ExcludedDetail = Injection })],
        Attempts = [.. record.Attempts.Select(attempt => attempt with { Error = Injection, Calls = [.. attempt.Calls.Select(call => call with { ModelId = Injection })] })],
    };
}
