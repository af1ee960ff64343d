using System.Collections.Concurrent;
using System.Data.Common;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Review.Store.Sql;
using Npgsql;

namespace LanguageRouter.Review.Store.PostgreSql;

/// <summary>Keeps records in PostgreSQL, where many processes write.</summary>
/// <remarks>
/// Writers hold one advisory lock together while they write, and alone while they close a day: a day is never made while another writer adds
/// to its hours.
/// </remarks>
internal sealed class PostgreSqlRecordStore : SqlRecordStore
{
    private readonly NpgsqlDataSource _source;
    private readonly ConcurrentDictionary<Series, long> _series = new();
    private readonly SemaphoreSlim _migrating = new(1, 1);
    private volatile bool _migrated;

    public PostgreSqlRecordStore(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        _source = new NpgsqlSlimDataSourceBuilder(connectionString).Build();
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        Place = $"{parts.Host}/{parts.Database}";
    }

    public override string Place { get; }

    protected override int SchemaVersion => PostgreSqlSchema.Version;

    public override async ValueTask<int> AppendAsync(IReadOnlyList<StoredRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false) as NpgsqlConnection ?? throw new InvalidOperationException("No connection.");

        // Outside the transaction: a series is never taken back, and two writers that name the same new one must not wait for each other's batch.
        foreach (var record in records)
        {
            Number(connection, Series.Of(record));
        }

        var added = 0;
        var (days, newest) = (0L, 0L);
        using (var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false))
        {
            Lock(connection, shared: true);
            days = RollupClosing.Marks(connection).Days;
            added = PostgreSqlAppender.Append(connection, records, _series);
            newest = records.Count == 0 ? 0 : records.Max(record => record.Time.ToUnixTimeSeconds());
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (newest - days >= RollupLevels.DaySeconds + RollupLevels.HourSeconds)
        {
            using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            Lock(connection, shared: false);
            var marks = RollupClosing.Marks(connection);
            RollupClosing.Close(connection, newest, marks.Days, marks.Months, batch => PostgreSqlAppender.Upsert(connection, batch));
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return added;
    }

    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync().ConfigureAwait(false);
        _migrating.Dispose();
    }

    protected override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (_migrated)
        {
            return connection;
        }

        await _migrating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_migrated)
            {
                await PostgreSqlSchema.MigrateAsync(connection, Place, cancellationToken).ConfigureAwait(false);
                _migrated = true;
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            _migrating.Release();
        }
    }

    protected override async ValueTask WriteAsync(Action<DbConnection> write, CancellationToken cancellationToken)
    {
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        Lock(connection, shared: true);
        write(connection);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override void UpsertRollups(DbConnection connection, RollupBatch batch) => PostgreSqlAppender.Upsert((NpgsqlConnection)connection, batch);

    protected override long ReadBytes(DbConnection connection) => connection.Scalar("SELECT pg_database_size(current_database())");

    private static void Lock(DbConnection connection, bool shared) => connection.Execute(
        $"SELECT pg_advisory_xact_lock{(shared ? "_shared" : "")}({PostgreSqlSchema.LockSpace}, {PostgreSqlSchema.ClosingLock})");

    private void Number(DbConnection connection, in Series series)
    {
        if (_series.ContainsKey(series))
        {
            return;
        }

        (string, object?)[] values =
        [
            ("@tenant", series.Tenant), ("@policy", series.Policy), ("@route", series.Route), ("@kind", series.Kind), ("@model", series.Model), ("@task", series.Task),
            ("@language", series.Language), ("@simulated", series.Simulated ? 1L : 0L),
        ];
        connection.Execute(
            $"INSERT INTO series ({string.Join(", ", Series.Columns)}) VALUES ({string.Join(", ", Series.Columns.Select(column => $"@{column}"))}) ON CONFLICT DO NOTHING", values);
        _series[series] = connection.Scalar($"SELECT id FROM series WHERE {string.Join(" AND ", Series.Columns.Select(column => $"{column} = @{column}"))}", values);
    }
}
