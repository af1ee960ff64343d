using System.Data.Common;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Review.Store.Sql;
using Microsoft.Data.Sqlite;

namespace LanguageRouter.Review.Store.Sqlite;

/// <summary>Keeps records in one SQLite file, written by one process and read by any.</summary>
/// <remarks>
/// Write-ahead log with a sync at every commit: what was acknowledged survives the death of the process and a loss of power. Opening the
/// file is put off to the first use, so that a folder that cannot be written shows as a fault and not as an application that does not start.
/// </remarks>
internal sealed class SqliteRecordStore : SqlRecordStore
{
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly string _path;
    private readonly bool _readOnly;
    private SqliteConnection? _writer;
    private SqliteAppender? _appender;
    private bool _checked;

    public SqliteRecordStore(string path, bool readOnly = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = Path.GetFullPath(path);
        _readOnly = readOnly;
    }

    public override string Place => Path.GetFileName(_path);

    protected override int SchemaVersion => SqliteSchema.Version;

    public override async ValueTask<int> AppendAsync(IReadOnlyList<StoredRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);

        var added = 0;
        await WriteAsync(_ => added = _appender!.Append(records), cancellationToken).ConfigureAwait(false);
        return added;
    }

    public override async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        CloseWriter();
        using var key = new SqliteConnection(ReaderString());
        SqliteConnection.ClearPool(key);
        _writing.Dispose();
    }

    protected override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_checked)
        {
            await CheckAsync(cancellationToken).ConfigureAwait(false);
        }

        var connection = new SqliteConnection(ReaderString());
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            connection.Execute("PRAGMA cache_size = -16384;");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    protected override async ValueTask WriteAsync(Action<DbConnection> write, CancellationToken cancellationToken)
    {
        if (_readOnly)
        {
            throw new InvalidOperationException($"The store '{Place}' was opened to read. Fix: open it without readOnly to write.");
        }

        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var writer = OpenWriter();
            using var transaction = writer.BeginTransaction(deferred: false);
            write(writer);
            transaction.Commit();
        }
        catch
        {
            // A connection that failed may hold a half transaction or a full disk's error: the next write starts afresh.
            CloseWriter();
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    protected override void UpsertRollups(DbConnection connection, RollupBatch batch) => _appender!.Upsert(batch);

    protected override long ReadBytes(DbConnection connection) => connection.Scalar("PRAGMA page_count;") * connection.Scalar("PRAGMA page_size;");

    private async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_readOnly)
            {
                using var connection = new SqliteConnection(ReaderString());
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                var version = SqliteSchema.Check(connection, Place);
                if (version < SqliteSchema.Version)
                {
                    throw new InvalidDataException($"The store '{Place}' has schema version {version}, this library reads {SqliteSchema.Version}. Fix: open it once with an application that writes it.");
                }
            }
            else
            {
                OpenWriter();
            }

            _checked = true;
        }
        finally
        {
            _writing.Release();
        }
    }

    private SqliteConnection OpenWriter()
    {
        if (_writer is { } open)
        {
            return open;
        }

        var writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ConnectionString);
        try
        {
            writer.Open();
            SqliteSchema.Migrate(writer, Place);
            writer.Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864;");
            _appender = new SqliteAppender(writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }

        _checked = true;
        return _writer = writer;
    }

    private void CloseWriter()
    {
        _appender?.Dispose();
        _appender = null;
        _writer?.Dispose();
        _writer = null;
    }

    private string ReaderString() => new SqliteConnectionStringBuilder { DataSource = _path, Mode = _readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, Pooling = true }.ConnectionString;
}
