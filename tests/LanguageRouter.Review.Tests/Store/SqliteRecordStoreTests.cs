using System.Text.Json;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Testing;
using LanguageRouter.Scoring;
using Microsoft.Data.Sqlite;

namespace LanguageRouter.Review.Tests.Store;

public sealed class SqliteRecordStoreTests : RecordStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Another_applications_file_is_refused_and_left_alone()
    {
        var file = _folder.File("other.db");
        Run(file, "CREATE TABLE notes (text TEXT)");
        await using var store = RecordStores.Sqlite(file);
        var error = await Assert.ThrowsAsync<InvalidDataException>(async () => await store.ReadExtentAsync(Token));
        Assert.Contains("another application", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_file_is_refused_with_the_fix()
    {
        var file = _folder.File("newer.db");
        await using (var store = RecordStores.Sqlite(file))
        {
            await store.AppendAsync(await Samples.SpreadAsync(3), Token);
        }

        Run(file, "PRAGMA user_version = 99");
        foreach (var readOnly in new[] { false, true })
        {
            await using var store = RecordStores.Sqlite(file, readOnly);
            var error = await Assert.ThrowsAsync<InvalidDataException>(async () => await store.ReadExtentAsync(Token));
            Assert.Contains("schema version 99", error.Message, StringComparison.Ordinal);
            Assert.Contains("update LanguageRouter.Review", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_of_the_first_version_is_brought_forward_with_what_its_comparisons_cost()
    {
        var file = _folder.File("first.db");
        var records = await Samples.SpreadAsync(50);
        await using (var store = RecordStores.Sqlite(file))
        {
            await store.AppendAsync(records, Token);
        }

        var comparison = SampleComparisons.Of(records, simulated: true).First() with { DecisionId = records[0].Id, JudgeCost = CostInterval.Exact(0.0005m), OtherCost = CostInterval.Of(0.001m, 0.002m, 0.003m) };
        Run(file, "DROP INDEX comparisons_early; ALTER TABLE comparisons DROP COLUMN counted; ALTER TABLE comparisons DROP COLUMN shadow_known; ALTER TABLE comparisons DROP COLUMN shadow_cost; ALTER TABLE comparisons DROP COLUMN decision; PRAGMA user_version = 1;");
        Run(file, $"INSERT INTO comparisons (id, time, tenant, policy, route, task, language, simulated, json) VALUES (x'{comparison.Id.ToString("N")}', 0, 't', 'p', 'r', 'math', 'ja', 1, '{JsonSerializer.Serialize(comparison, RecordJson.Default.StoredComparison)}')");
        await using var migrated = RecordStores.Sqlite(file);
        await migrated.AppendAsync(await Samples.SpreadAsync(3, seed: 9), Token);
        Assert.Equal(2_500_000, Assert.Single(await migrated.RollUpAsync(new RollupQuery(), Token))[RollupSum.ShadowCost]);
        Assert.Equal(comparison, Assert.Single(await migrated.ReadComparisonsAsync(RecordFilter.All, Token).ToListAsync(Token)));
    }

    [Fact]
    public async Task A_store_opened_to_read_never_writes()
    {
        await using var writing = await OpenAsync();
        await writing.AppendAsync(await Samples.SpreadAsync(30), Token);
        await using var reading = RecordStores.Sqlite(_folder.File("records.db"), readOnly: true);
        Assert.Equal(30, (await reading.ReadExtentAsync(Token)).Records);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reading.AppendAsync(await Samples.SpreadAsync(1, seed: 2), Token));
        await using var missing = RecordStores.Sqlite(_folder.File("missing.db"), readOnly: true);
        await Assert.ThrowsAsync<SqliteException>(async () => await missing.ReadExtentAsync(Token));
        Assert.False(File.Exists(_folder.File("missing.db")));
    }

    [Fact]
    public async Task A_failed_batch_leaves_nothing_behind()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(20);
        await Assert.ThrowsAnyAsync<Exception>(async () => await store.AppendAsync([.. records[..10], null!], Token));
        Assert.Equal(0, (await store.ReadExtentAsync(Token)).Records);
        Assert.Equal(20, await store.AppendAsync(records, Token));
    }

    protected override Task<IRecordStore> OpenAsync() => Task.FromResult(RecordStores.Sqlite(_folder.File("records.db")));

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
