using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Testing;
using Npgsql;

namespace LanguageRouter.Review.Tests.Store;

public sealed class PostgreSqlRecordStoreTests(PostgreSqlServer server) : RecordStoreContract, IClassFixture<PostgreSqlServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_writers_add_up()
    {
        var connection = await server.NewDatabaseAsync(Token);
        var records = await Samples.SpreadAsync(6_000, days: 70);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
        {
            await using var store = RecordStores.PostgreSql(connection);

            // Each record is written by two of the writers, and days are closed while others write.
            foreach (var batch in records.Where((_, i) => i % 6 == writer || i % 6 == (writer + 1) % 6).Chunk(150))
            {
                await store.AppendAsync(batch, Token);
            }
        }));
        await using var reading = RecordStores.PostgreSql(connection);
        Assert.Equal(6_000, (await reading.RollUpAsync(new RollupQuery(), Token))[0][RollupSum.Requests]);
        Assert.Equal(6_000, (await reading.RollUpAsync(new RollupQuery { Step = TimeSpan.FromHours(1) }, Token)).Sum(rollup => rollup[RollupSum.Requests]));
        Assert.Equal(6_000, await reading.ReadAsync(RecordFilter.All, Token).CountAsync(Token));
    }

    [Fact]
    public async Task Early_feedback_is_counted_by_one_of_many_writers()
    {
        var connection = await server.NewDatabaseAsync(Token);
        var records = await Samples.SpreadAsync(600);
        await using var first = RecordStores.PostgreSql(connection);
        foreach (var record in records)
        {
            await first.AppendFeedbackAsync(Feedback(record, "user", 0.5), Token);
        }

        await Task.WhenAll(records.Chunk(100).Select(async batch =>
        {
            await using var store = RecordStores.PostgreSql(connection);
            foreach (var part in batch.Chunk(20))
            {
                await store.AppendAsync(part, Token);
            }
        }));
        var totals = await TotalsAsync(first);
        Assert.Equal(600, totals[(int)RollupSum.Feedbacks]);
        Assert.Equal(300_000_000, totals[(int)RollupSum.FeedbackScore]);
    }

    [Fact]
    public async Task The_same_feedback_of_many_writers_is_counted_once()
    {
        var connection = await server.NewDatabaseAsync(Token);
        var records = await Samples.SpreadAsync(60);
        await using var first = RecordStores.PostgreSql(connection);

        // Of half the records the feedback is there first, and is not counted yet when its record comes.
        foreach (var record in records.Take(30))
        {
            await first.AppendFeedbackAsync(Feedback(record, "user", 0.5), Token);
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
        {
            await using var store = RecordStores.PostgreSql(connection);
            foreach (var batch in records.Where((_, i) => i % 6 == writer).Chunk(3))
            {
                await store.AppendAsync(batch, Token);
            }

            foreach (var record in records)
            {
                await store.AppendFeedbackAsync(Feedback(record, "user", 0.25), Token);
            }
        }));
        await first.AppendAsync(await Samples.SpreadAsync(1), Token);
        var totals = await TotalsAsync(first);
        Assert.Equal(60, totals[(int)RollupSum.Feedbacks]);
        Assert.Equal(15_000_000, totals[(int)RollupSum.FeedbackScore]);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_with_the_fix()
    {
        var connection = await server.NewDatabaseAsync(Token);
        await using (var store = RecordStores.PostgreSql(connection))
        {
            await store.AppendAsync(await Samples.SpreadAsync(3), Token);
        }

        await using (var source = NpgsqlDataSource.Create(connection))
        await using (var command = source.CreateCommand("INSERT INTO language_router_schema (version) VALUES (99)"))
        {
            await command.ExecuteNonQueryAsync(Token);
        }

        await using var newer = RecordStores.PostgreSql(connection);
        var error = await Assert.ThrowsAsync<InvalidDataException>(async () => await newer.ReadExtentAsync(Token));
        Assert.Contains("update LanguageRouter.Review", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", newer.Place, StringComparison.OrdinalIgnoreCase);
    }

    protected override async Task<IRecordStore> OpenAsync() => RecordStores.PostgreSql(await server.NewDatabaseAsync(Token));
}
