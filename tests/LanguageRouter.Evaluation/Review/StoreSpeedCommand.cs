using System.Diagnostics;
using System.Globalization;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Review;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Review.Store.Sqlite;
using LanguageRouter.Review.Tests.Testing;
using LanguageRouter.Routes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Evaluation.Review;

/// <summary>The write path against a bare batched insert of the same rows, and what recording adds to a request.</summary>
internal static class StoreSpeedCommand
{
    private const int Batch = 2_000;
    private const int Rounds = 7;

    public static int Run(EvaluationOptions options)
    {
        RunAsync(options.Rest.Count > 0 ? int.Parse(options.Rest[0], CultureInfo.InvariantCulture) : 60_000).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(int count)
    {
        var routed = await SampleRecords.RouteAsync();
        StoredRecord[] templates = [.. routed.Select(record => record.ToStored(simulated: true))];
        var start = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        StoredRecord[] records = [.. SampleRecords.Spread(templates, count, start, start.AddDays(count / 50_000.0), seed: 3, tenants: 12)];
        var ratios = new List<double>();

        // Once unmeasured: what is compiled on the way is in nobody's figure.
        var some = records.Take(2 * Batch).ToArray();
        Bare(some, prepared: true);
        await StoreAsync(some);
        Console.WriteLine("round       bare            commands    store     sink   store/bare  store/commands   (records a second)");
        for (var round = 0; round < Rounds; round++)
        {
            // Before and after the store: on a shared machine the one between has what both its neighbours had.
            var before = Bare(records, prepared: true);
            var store = await StoreAsync(records);
            var after = Bare(records, prepared: true);
            var bare = 2 / (1 / before + 1 / after);
            var commands = Bare(records, prepared: false);
            var sink = await SinkAsync(routed, count);
            ratios.Add(store / bare);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round,5} {bare,10:0} {"",9} {commands,9:0} {store,8:0} {sink,8:0} {store / bare,12:0.00} {store / commands,15:0.00}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"store / bare, median of {Rounds}: {ratios.Order().ElementAt(Rounds / 2):0.00}, range {ratios.Min():0.00} to {ratios.Max():0.00} (bar 0.5). bare: prepared statements of the native library; commands: Microsoft.Data.Sqlite's commands."));
        await AddedAsync();
    }

    // The same rows into the same tables with the same indexes and the same safety: what a program would do that keeps no rollups.
    private static double Bare(StoredRecord[] records, bool prepared)
    {
        using var folder = new TemporaryFolder();
        using var connection = new SqliteConnection($"Data Source={folder.File("bare.db")};Pooling=False");
        connection.Open();
        SqliteSchema.Migrate(connection, "bare");
        using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864;";
            pragma.ExecuteNonQuery();
        }

        var numbers = new Dictionary<Series, long>();
        var rows = records.Select(record =>
        {
            var series = Series.Of(record);
            if (!numbers.TryGetValue(series, out var number))
            {
                numbers.Add(series, number = numbers.Count + 1);
            }

            return (Id: record.Id.ToByteArray(bigEndian: true), Time: record.Time.ToUnixTimeMilliseconds(), Series: number, Outcome: RollupSums.OutcomeOf(record), record.Origin,
                Reasons: string.Join(',', record.Reasons), Characters: (long)record.Signals.Characters, Cost: Nano.Of(record.ActualCost), Duration: (long)record.Duration.TotalMilliseconds,
                Json: RecordJson.Write(record));
        }).ToArray();
        const string InsertRecord = "INSERT INTO records (id, time, series, outcome, origin, reasons, characters, cost, duration) VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9)";
        const string InsertDetail = "INSERT INTO details (seq, json) VALUES (last_insert_rowid(), @1)";
        using var record = new SqliteStatement(connection, InsertRecord);
        using var detail = new SqliteStatement(connection, InsertDetail);
        using var recordCommand = connection.CreateCommand();
        recordCommand.CommandText = InsertRecord;
        var parameters = Enumerable.Range(1, 9).Select(i => recordCommand.Parameters.AddWithValue($"@{i}", DBNull.Value)).ToArray();
        using var detailCommand = connection.CreateCommand();
        detailCommand.CommandText = InsertDetail;
        var json = detailCommand.Parameters.AddWithValue("@1", DBNull.Value);
        var watch = Stopwatch.StartNew();
        foreach (var batch in rows.Chunk(Batch))
        {
            using var transaction = connection.BeginTransaction();
            recordCommand.Transaction = detailCommand.Transaction = transaction;
            foreach (var row in batch)
            {
                if (prepared)
                {
                    record.Bind(1, row.Id).Bind(2, row.Time).Bind(3, row.Series).Bind(4, row.Outcome).Bind(5, row.Origin).Bind(6, row.Reasons).Bind(7, row.Characters).Bind(8, row.Cost).Bind(9, row.Duration).Run();
                    detail.Bind(1, row.Json).Run();
                    continue;
                }

                object[] values = [row.Id, row.Time, row.Series, row.Outcome, row.Origin, row.Reasons, row.Characters, (object?)row.Cost ?? DBNull.Value, row.Duration];
                for (var i = 0; i < values.Length; i++)
                {
                    parameters[i].Value = values[i];
                }

                recordCommand.ExecuteNonQuery();
                json.Value = row.Json;
                detailCommand.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return records.Length / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> StoreAsync(StoredRecord[] records)
    {
        using var folder = new TemporaryFolder();
        await using var store = RecordStores.Sqlite(folder.File("records.db"));
        await store.ReadExtentAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        foreach (var batch in records.Chunk(Batch))
        {
            await store.AppendAsync(batch, CancellationToken.None);
        }

        return records.Length / watch.Elapsed.TotalSeconds;
    }

    // From the router's record to the disk: mapping and queue included.
    private static async Task<double> SinkAsync(IReadOnlyList<RoutingRecord> routed, int count)
    {
        using var folder = new TemporaryFolder();
        await using var store = RecordStores.Sqlite(folder.File("records.db"));
        await store.ReadExtentAsync(CancellationToken.None);
        await using var sink = SinkFactory.Create(store, capacity: count);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var template = routed[i % routed.Count];
            await sink.WriteAsync(template with { Decision = template.Decision with { Id = Guid.CreateVersion7() } }, CancellationToken.None);
        }

        await sink.FlushAsync(CancellationToken.None);
        return count / watch.Elapsed.TotalSeconds;
    }

    // The same requests through two routers, turn by turn: one records to a store, the other has no sink.
    private static async Task AddedAsync()
    {
        using var folder = new TemporaryFolder();
        await using var without = Router(null);
        await using var with = Router(folder.File("records.db"));
        var clients = new[] { without, with }.Select(router => router.GetRequiredService<LanguageRoutingChatClient>()).ToArray();
        const int Requests = 20_000;
        var times = new[] { new double[Requests], new double[Requests] };
        var options = new ChatOptions().WithRoutingTenant("careful");
        var prompts = HelloRouter.Prompts.All;
        for (var i = -2_000; i < Requests; i++)
        {
            for (var which = 0; which < 2; which++)
            {
                var text = prompts[Math.Abs(i) % prompts.Length].Text;
                var started = Stopwatch.GetTimestamp();
                await clients[which].GetResponseAsync(text, options);
                if (i >= 0)
                {
                    times[which][i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                }
            }

            // A pace that a store keeps up with: what is measured is what a request waits, not a queue that overflows.
            if (i % 100 == 0)
            {
                await Task.Delay(5);
            }
        }

        foreach (var row in times)
        {
            Array.Sort(row);
        }

        foreach (var quantile in new[] { 0.5, 0.9, 0.99 })
        {
            var at = (int)(Requests * quantile);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"request, quantile {quantile:0.00}: without a store {times[0][at]:0.0} us, with {times[1][at]:0.0} us, added {times[1][at] - times[0][at]:0.0} us"));
        }

        var sink = with.GetRequiredService<RecordStoreSink>();
        await clients[1].FlushRecordsAsync();
        await sink.FlushAsync(CancellationToken.None);
        Console.WriteLine($"committed {sink.Status.Committed}, dropped {sink.Status.Dropped}");
    }

    private static ServiceProvider Router(string? file)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLanguageRouting(RoutingConfiguration.Create(StandInTenants.Options()));
        services.AddSingleton<IModelClients>(new StandInModels());
        if (file is not null)
        {
            services.AddLanguageRouterReview(new RecordStoreOptions { SqliteFile = file, Simulated = true });
        }

        return services.BuildServiceProvider();
    }
}
