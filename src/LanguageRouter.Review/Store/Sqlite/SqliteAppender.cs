using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Review.Store.Sql;
using Microsoft.Data.Sqlite;

namespace LanguageRouter.Review.Store.Sqlite;

/// <summary>Appends a batch of records and its rollups on the writing connection, with statements that stay prepared.</summary>
internal sealed class SqliteAppender : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly DetailWriter _details = new();
    private readonly Dictionary<Series, long> _series = [];
    private readonly SqliteStatement _insertSeries;
    private readonly SqliteStatement _findSeries;
    private readonly SqliteStatement _insertRecord;
    private readonly SqliteStatement _insertDetail;
    private readonly SqliteStatement _readHour;
    private readonly SqliteStatement _writeHour;
    private readonly SqliteStatement _readSpan;
    private readonly SqliteStatement _writeSpan;
    private readonly SqliteStatement _upsertShadow;
    private readonly SqliteStatement _hasEarlyFeedback;
    private readonly SqliteStatement _hasEarlyComparison;

    public SqliteAppender(SqliteConnection connection)
    {
        _connection = connection;
        _insertSeries = new(connection, $"INSERT INTO series ({string.Join(", ", Series.Columns)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        _findSeries = new(connection, $"SELECT id FROM series WHERE {string.Join(" AND ", Series.Columns.Select(column => $"{column} = ?"))}");
        _insertRecord = new(connection, "INSERT INTO records (id, time, series, outcome, origin, reasons, characters, cost, duration) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
        _insertDetail = new(connection, "INSERT INTO details (seq, json) VALUES (last_insert_rowid(), ?)");
        _readHour = new(connection, "SELECT sums FROM hours WHERE start = ? AND series = ?");
        _writeHour = new(connection, "INSERT OR REPLACE INTO hours (start, series, sums) VALUES (?, ?, ?)");
        _readSpan = new(connection, "SELECT sums FROM spans WHERE level = ? AND series = ? AND start = ?");
        _writeSpan = new(connection, "INSERT OR REPLACE INTO spans (level, series, start, sums) VALUES (?, ?, ?, ?)");
        _upsertShadow = new(
            connection,
            "INSERT INTO shadows (start, tenant, policy, candidate, chosen, route, simulated, requests, low, likely, high, unknown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            + "ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, low = low + excluded.low, likely = likely + excluded.likely, high = high + excluded.high, unknown = unknown + excluded.unknown");
        _hasEarlyFeedback = new(connection, "SELECT 1 FROM feedback WHERE counted = 0 LIMIT 1");
        _hasEarlyComparison = new(connection, "SELECT 1 FROM comparisons WHERE counted = 0 LIMIT 1");
    }

    /// <summary>Appends records inside the transaction that is open; returns how many are new.</summary>
    public int Append(IReadOnlyList<StoredRecord> records)
    {
        var (days, months) = RollupClosing.Marks(_connection);
        var batch = new RollupBatch(days, months);
        var added = Insert(records, batch);
        if (_hasEarlyFeedback.RunScalar() is not null)
        {
            SqlFeedback.CountEarly(_connection, batch);
        }

        if (_hasEarlyComparison.RunScalar() is not null)
        {
            SqlComparisons.Count(_connection, batch);
        }

        Upsert(batch);
        RollupClosing.Close(_connection, batch.NewestSecond, days, months, Upsert);
        return added;
    }

    public void Upsert(RollupBatch batch)
    {
        foreach (var ((start, series), sums) in batch.Hours)
        {
            _readHour.Bind(1, start).Bind(2, series).RunBlob(kept => PackedSums.AddTo(sums, kept));
            _writeHour.Bind(1, start).Bind(2, series).Bind(3, PackedSums.Pack(sums)).Run();
        }

        foreach (var ((level, series, start), sums) in batch.Spans)
        {
            _readSpan.Bind(1, (long)level).Bind(2, series).Bind(3, start).RunBlob(kept => PackedSums.AddTo(sums, kept));
            _writeSpan.Bind(1, (long)level).Bind(2, series).Bind(3, start).Bind(4, PackedSums.Pack(sums)).Run();
        }

        foreach (var (key, sums) in batch.Shadows)
        {
            BindSums(
                _upsertShadow.Bind(1, key.Start).Bind(2, key.Tenant).Bind(3, key.Policy).Bind(4, key.Candidate).Bind(5, key.Chosen).Bind(6, key.Route).Bind(7, key.Simulated ? 1L : 0L), 8, sums).Run();
        }
    }

    /// <summary>Forgets the numbers of series: those of a transaction that was undone do not exist.</summary>
    public void Forget() => _series.Clear();

    public void Dispose()
    {
        foreach (var statement in new[] { _insertSeries, _findSeries, _insertRecord, _insertDetail, _readHour, _writeHour, _readSpan, _writeSpan, _upsertShadow, _hasEarlyFeedback, _hasEarlyComparison })
        {
            statement.Dispose();
        }

        _details.Dispose();
    }

    private int Insert(IReadOnlyList<StoredRecord> records, RollupBatch batch)
    {
        var added = 0;
        _details.Begin(records);
        try
        {
            for (var i = 0; i < records.Count; i++)
            {
                var record = records[i];
                var detail = _details.Next(i);
                var series = SeriesOf(record);
                if (Insert(record, series))
                {
                    added++;
                    _insertDetail.Bind(1, detail).Run();
                    batch.Add(record, series);
                }
            }
        }
        finally
        {
            _details.End();
        }

        return added;
    }

    private bool Insert(StoredRecord record, long series)
    {
        Span<byte> id = stackalloc byte[16];
        record.Id.TryWriteBytes(id, bigEndian: true, out _);
        return _insertRecord
            .Bind(1, id)
            .Bind(2, record.Time.ToUnixTimeMilliseconds())
            .Bind(3, series)
            .Bind(4, RollupSums.OutcomeOf(record))
            .Bind(5, record.Origin)
            .Bind(6, string.Join(',', record.Reasons.AsSpan()!))
            .Bind(7, record.Signals.Characters)
            .Bind(8, Nano.Of(record.ActualCost))
            .Bind(9, (long)record.Duration.TotalMilliseconds)
            .Run() == 1;
    }

    private static SqliteStatement BindSums(SqliteStatement statement, int first, long[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            statement.Bind(first + i, sums[i]);
        }

        return statement;
    }

    private long SeriesOf(StoredRecord record)
    {
        var series = Series.Of(record);
        if (_series.TryGetValue(series, out var number))
        {
            return number;
        }

        BindSeries(_insertSeries, series).Run();
        number = BindSeries(_findSeries, series).RunScalar() ?? throw new InvalidOperationException("A series that was just written is not there.");
        _series.Add(series, number);
        return number;
    }

    private static SqliteStatement BindSeries(SqliteStatement statement, in Series series) => statement
        .Bind(1, series.Tenant).Bind(2, series.Policy).Bind(3, series.Route).Bind(4, series.Kind).Bind(5, series.Model).Bind(6, series.Task).Bind(7, series.Language)
        .Bind(8, series.Simulated ? 1L : 0L);
}
