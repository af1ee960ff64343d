#pragma warning disable CA2012, xUnit1051 // A substitute is told what it answers; nothing is called.
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Testing;
using LanguageRouter.Routes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace LanguageRouter.Review.Tests.Recording;

public sealed class RecordStoreSinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_through_the_router_are_in_the_file()
    {
        using var folder = new TemporaryFolder();
        await using (var services = Application(new RecordStoreOptions { SqliteFile = folder.File("records.db") }))
        {
            var client = services.GetRequiredService<LanguageRoutingChatClient>();
            for (var i = 0; i < 40; i++)
            {
                await client.GetResponseAsync($"光合成の仕組みを説明してください。その{i}", new ChatOptions().WithRoutingTenant("careful"), Token);
            }
        }

        // The application is over; what was accepted is on the disk.
        await using var store = RecordStores.Sqlite(folder.File("records.db"), readOnly: true);
        var records = await store.ReadAsync(RecordFilter.All, Token).ToListAsync(Token);
        Assert.Equal(40, records.Count);
        Assert.All(records, record => Assert.Equal("careful", record.Tenant));
        Assert.All(records, record => Assert.False(record.Simulated));
        Assert.Equal("gpt-4o", Assert.Single(await store.ReadPoliciesAsync(Token)).Models[0].Name);
    }

    [Fact]
    public async Task A_full_queue_drops_the_newest_and_counts_them()
    {
        var gate = new TaskCompletionSource();
        var store = Substitute.For<IRecordStore>();
        store.AppendAsync(default!, default).ReturnsForAnyArgs(call => new ValueTask<int>(gate.Task.ContinueWith(_ => call.Arg<IReadOnlyList<StoredRecord>>().Count, TaskScheduler.Default)));
        var written = new List<Guid>();
        await using var sink = SinkFactory.Create(store, capacity: 10);
        sink.Committed = records => written.AddRange(records.Select(record => record.Id));
        var routed = await RoutedAsync(5_000);
        await WriteAsync(sink, routed[..1]);
        await Task.Delay(400, Token); // the first one is in the store's hands, and the queue is empty
        await WriteAsync(sink, routed[1..]);
        Assert.Equal(4_989, sink.Status.Dropped);
        Assert.Equal(11, sink.Status.Queued);
        gate.SetResult();
        await sink.FlushAsync(Token);
        Assert.Equal(routed[..11].Select(record => record.Decision.Id), written);
        Assert.Equal((5_000, 11, 0), (sink.Status.Accepted, sink.Status.Committed, sink.Status.Queued));
    }

    [Fact]
    public async Task A_fault_shows_and_the_records_are_written_when_it_is_over()
    {
        var store = Substitute.For<IRecordStore>();
        store.Place.Returns("records.db");
        var broken = true;
        store.AppendAsync(default!, default).ReturnsForAnyArgs(call =>
            broken ? throw new IOException("disk full") : new ValueTask<int>(call.Arg<IReadOnlyList<StoredRecord>>().Count));
        await using var sink = SinkFactory.Create(store);
        await WriteAsync(sink, await RoutedAsync(20));
        while (sink.Status.Failures < 2)
        {
            await Task.Delay(20, Token);
        }

        Assert.NotNull(sink.Status.FailingSince);
        Assert.Equal("disk full", sink.Status.LastFault);
        var health = await new RecordStoreHealthCheck(sink.Status).CheckHealthAsync(new HealthCheckContext(), Token);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        broken = false;
        await sink.FlushAsync(Token);
        Assert.Equal(20, sink.Status.Committed);
        Assert.Null(sink.Status.FailingSince);
        Assert.Equal(HealthStatus.Healthy, (await new RecordStoreHealthCheck(sink.Status).CheckHealthAsync(new HealthCheckContext(), Token)).Status);
    }

    [Fact]
    public async Task An_application_that_ends_while_the_store_fails_does_not_hang()
    {
        var store = Substitute.For<IRecordStore>();
        store.AppendAsync(default!, default).ThrowsAsyncForAnyArgs(new IOException("gone"));
        var sink = SinkFactory.Create(store);
        await WriteAsync(sink, await RoutedAsync(20));
        while (sink.Status.FailingSince is null)
        {
            await Task.Delay(20, Token);
        }

        await sink.DisposeAsync();
        Assert.Equal(20, sink.Status.Dropped);
    }

    [Theory]
    [InlineData("size=1500k", "full")]
    [InlineData("size=8m,ro", "read only")]
    public async Task Requests_go_on_while_the_disk_takes_nothing(string mount, string what)
    {
        using var disk = SmallDisk.Mount(mount);
        await using var services = Application(new RecordStoreOptions { SqliteFile = disk.File("records.db") });
        var client = services.GetRequiredService<LanguageRoutingChatClient>();
        var sink = services.GetRequiredService<RecordStoreSink>();
        for (var i = 0; i < 3_000; i++)
        {
            var answer = await client.GetResponseAsync($"光合成の仕組みを{i}字で説明してください。", new ChatOptions().WithRoutingTenant("careful"), Token);
            Assert.NotEmpty(answer.Text);
        }

        await client.FlushRecordsAsync(Token);
        while (sink.Status.FailingSince is null)
        {
            await Task.Delay(20, Token);
        }

        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);
        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Contains(sink.Status.LastFault!, report.Entries["language_router.store"].Description!, StringComparison.Ordinal);
        Assert.Contains(what, sink.Status.LastFault!.Replace("unable to open database file", "read only", StringComparison.Ordinal).Replace("readonly", "read only", StringComparison.Ordinal), StringComparison.Ordinal);

        // With room again, what waited is written.
        disk.Remount("size=64m,rw");
        await sink.FlushAsync(Token);
        Assert.Equal(3_000, sink.Status.Committed);
        Assert.Equal(0, sink.Status.Dropped);
    }

    [Fact]
    public async Task Acknowledged_records_survive_a_kill()
    {
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "LanguageRouter.Evaluation", new DirectoryInfo(AppContext.BaseDirectory).Name, "LanguageRouter.Evaluation.dll"));
        Assert.SkipUnless(File.Exists(program), "The evaluation program is not built beside the tests.");
        using var folder = new TemporaryFolder();
        Assert.NotEmpty(await StoreCrash.RunAsync(folder.File("records.db"), kills: 3, program, Token));
    }

    [Fact]
    public void Every_mistake_of_the_options_is_said_at_once()
    {
        var error = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddLanguageRouterReview(
            new RecordStoreOptions { QueueCapacity = 0, RetainRecords = TimeSpan.Zero, KeepTextOf = [""] }));
        Assert.Equal(4, error.Failures.Count());
        Assert.All(error.Failures, failure => Assert.Contains("Fix:", failure, StringComparison.Ordinal));
    }

    internal static ServiceProvider Application(RecordStoreOptions options, Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLanguageRouting(RoutingConfiguration.Create(StandInTenants.Options()));
        services.AddSingleton<IModelClients>(new StandInModels());
        services.AddLanguageRouterReview(options);
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static async Task<RoutingRecord[]> RoutedAsync(int count)
    {
        var routed = await SampleRecords.RouteAsync();
        return [.. Enumerable.Range(0, count).Select(i => routed[i % routed.Length]).Select(record => record with { Decision = record.Decision with { Id = Guid.CreateVersion7() } })];
    }

    private static async Task WriteAsync(RecordStoreSink sink, RoutingRecord[] records)
    {
        foreach (var record in records)
        {
            await sink.WriteAsync(record, Token);
        }
    }
}
