using LanguageRouter.Learning;
using LanguageRouter.Policies;
using LanguageRouter.Review.Learning;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Accounting;
using LanguageRouter.Review.Tests.Testing;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Signals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LanguageRouter.Review.Tests.Learning;

public sealed class LearntStateTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_learnt_is_there_after_a_restart_and_nothing_else_is()
    {
        var (quality, usage) = (new QualityLearner(), new UsageLearning());
        await using (var store = Store())
        {
            using var keeper = Keeper(store, quality, usage);
            await keeper.StartAsync(Token);
            Assert.Null(await store.ReadDocumentAsync(LearntStates.QualityName(""), Token));
            Observe(quality, "acme");
            await keeper.StopAsync(Token);
        }

        var (again, usageAgain) = (new QualityLearner(), new UsageLearning());
        await using var reopened = Store();
        using var second = Keeper(reopened, again, usageAgain);
        await second.StartAsync(Token);
        Assert.Equal(quality.Export(), again.Export());
        Assert.Empty(usageAgain.Tenants);
        await second.StopAsync(Token);
    }

    [Fact]
    public async Task Usage_of_a_router_is_kept_when_its_host_stops()
    {
        var file = _folder.File("records.db");
        string? kept;
        await using (var services = Router(file))
        {
            await StartAsync(services);
            var client = services.GetRequiredService<LanguageRoutingChatClient>();
            for (var i = 0; i < 5; i++)
            {
                await Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync(client, $"東京の人口は何人ですか。{i}", cancellationToken: Token);
            }

            await StopAsync(services);
            kept = await LearntStates.WriteUsageAsync(services.GetRequiredService<UsageLearning>(), Token);
            Assert.NotNull(kept);
        }

        await using var restarted = Router(file);
        await StartAsync(restarted);
        Assert.Equal(kept, await LearntStates.WriteUsageAsync(restarted.GetRequiredService<UsageLearning>(), Token));
        await StopAsync(restarted);
    }

    [Fact]
    public async Task It_is_written_every_period_and_only_where_it_changed()
    {
        var time = new FakeTimeProvider(Day);
        var quality = new QualityLearner();
        await using var store = Store();
        using var keeper = Keeper(store, quality, time: time);
        await keeper.StartAsync(Token);
        Observe(quality, "acme");
        time.Advance(LearntStateKeeper.Period);
        while (await store.ReadDocumentAsync(LearntStates.QualityName(""), Token) is null)
        {
            await Task.Delay(10, Token);
        }

        Assert.Equal(quality.Export(), await store.ReadDocumentAsync(LearntStates.QualityName(""), Token));
        await keeper.StopAsync(Token);
    }

    [Fact]
    public async Task What_the_tool_forgets_a_running_application_forgets()
    {
        var quality = new QualityLearner();
        await using var store = Store();
        using var keeper = Keeper(store, quality);
        await keeper.StartAsync(Token);
        Observe(quality, "acme");
        Observe(quality, "other");
        await keeper.KeepAsync(write: true, Token);
        var edited = new QualityLearner();
        edited.Import((await store.ReadDocumentAsync(LearntStates.QualityName(""), Token))!);
        edited.Reset("acme");
        await store.WriteDocumentAsync(LearntStates.QualityName(""), edited.Export(), Token);
        await keeper.KeepAsync(write: true, Token);
        Assert.Equal("other", Assert.Single(quality.Tenants));
        await store.WriteDocumentAsync(LearntStates.QualityName(""), null, Token);
        await keeper.KeepAsync(write: true, Token);
        Assert.Empty(quality.Tenants);
        await keeper.StopAsync(Token);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"version\":99,\"cells\":[]}")]
    public async Task A_damaged_state_is_put_aside_and_said(string damaged)
    {
        var status = new StoreStatus();
        var (quality, usage) = (new QualityLearner(), new UsageLearning());
        await using var store = Store();
        await store.WriteDocumentAsync(LearntStates.QualityName(""), damaged, Token);
        using var keeper = Keeper(store, quality, usage, status: status);
        await keeper.StartAsync(Token);
        Assert.Contains("learning began anew", status.LearntFault, StringComparison.Ordinal);
        var health = await new RecordStoreHealthCheck(status).CheckHealthAsync(new(), Token);
        Assert.Equal(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded, health.Status);
        Assert.Contains("Fix:", health.Description, StringComparison.Ordinal);
        Observe(quality, "acme");
        await keeper.StopAsync(Token);
        Assert.Equal(damaged, await store.ReadDocumentAsync(LearntStates.QualityName("") + ".unreadable", Token));
        Assert.Equal(quality.Export(), await store.ReadDocumentAsync(LearntStates.QualityName(""), Token));
    }

    [Fact]
    public async Task A_store_that_is_away_harms_nobody_and_is_never_written_over_unread()
    {
        var status = new StoreStatus();
        var quality = new QualityLearner();
        var file = _folder.File("away/records.db");
        await using var store = RecordStores.Sqlite(file);
        using var keeper = Keeper(store, quality, status: status);
        await keeper.StartAsync(Token);
        Assert.Contains("not kept", status.LearntFault, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Observe(quality, "acme");
        await keeper.KeepAsync(write: true, Token);
        Assert.Null(status.LearntFault);
        Assert.Equal(quality.Export(), await store.ReadDocumentAsync(LearntStates.QualityName(""), Token));
        await keeper.StopAsync(Token);
    }

    [Fact]
    public async Task Each_instance_has_its_own()
    {
        var (one, two) = (new QualityLearner(), new QualityLearner());
        await using var store = Store();
        using var first = Keeper(store, one, instance: "a");
        using var second = Keeper(store, two, instance: "b");
        await first.StartAsync(Token);
        await second.StartAsync(Token);
        Observe(one, "acme");
        await first.StopAsync(Token);
        await second.StopAsync(Token);
        Assert.Empty(two.Tenants);
        Assert.NotNull(await store.ReadDocumentAsync("learnt-quality/a", Token));
        Assert.Null(await store.ReadDocumentAsync("learnt-quality/b", Token));
    }

    private static void Observe(QualityLearner learner, string tenant) =>
        learner.Observe(new QualityObservation { Tenant = tenant, Route = "english", Against = "direct", Task = TaskKind.Math, Language = "ja", Score = 1, Time = Day });

    private static LearntStateKeeper Keeper(
        IRecordStore store, QualityLearner quality, UsageLearning? usage = null, TimeProvider? time = null, StoreStatus? status = null, string instance = "") => new(
        store, [LearntStates.Quality(quality, instance), LearntStates.Usage(usage ?? new UsageLearning(), instance)], _ => Task.CompletedTask, status ?? new StoreStatus(), time ?? TimeProvider.System,
        NullLogger<LearntStateKeeper>.Instance);

    private IRecordStore Store() => RecordStores.Sqlite(_folder.File("records.db"));

    private static ServiceProvider Router(string file)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLanguageRouting(RoutingConfiguration.Create(ReviewRouter.Options()));
        services.AddModelClient("frontier", new CallbackModel(_ => "frontier"));
        services.AddModelClient("local", new CallbackModel(_ => "local"));
        services.AddLanguageRouterReview(new RecordStoreOptions { SqliteFile = file });
        return services.BuildServiceProvider();
    }

    private static async Task StartAsync(ServiceProvider services)
    {
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(Token);
        }
    }

    private static async Task StopAsync(ServiceProvider services)
    {
        foreach (var hosted in services.GetServices<IHostedService>().Reverse())
        {
            await hosted.StopAsync(Token);
        }
    }
}
