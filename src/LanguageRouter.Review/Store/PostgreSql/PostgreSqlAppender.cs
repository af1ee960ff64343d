using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Review.Store.Sql;
using Npgsql;
using NpgsqlTypes;

namespace LanguageRouter.Review.Store.PostgreSql;

/// <summary>Appends a batch by COPY into a table of the transaction, and from there what is new into the store.</summary>
internal static class PostgreSqlAppender
{
    public static int Append(NpgsqlConnection connection, IReadOnlyList<StoredRecord> records, IReadOnlyDictionary<Series, long> series)
    {
        // 1. The batch as it is, in binary.
        connection.Execute(
            "CREATE TEMPORARY TABLE IF NOT EXISTS arrivals (id BYTEA, time BIGINT, series BIGINT, outcome TEXT, origin TEXT, reasons TEXT, characters BIGINT, cost BIGINT, duration BIGINT, json BYTEA) ON COMMIT DELETE ROWS");
        var byId = new Dictionary<Guid, StoredRecord>(records.Count);
        using (var copy = connection.BeginBinaryImport("COPY arrivals (id, time, series, outcome, origin, reasons, characters, cost, duration, json) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var record in records)
            {
                if (byId.TryAdd(record.Id, record))
                {
                    Write(copy, record, series[Series.Of(record)]);
                }
            }

            copy.Complete();
        }

        // 2. What is new, with its details; the identifiers that come back are those that count.
        var added = new List<StoredRecord>(records.Count);
        using (var command = connection.Command(
            "WITH added AS (INSERT INTO records (id, time, series, outcome, origin, reasons, characters, cost, duration) "
            + "SELECT id, time, series, outcome, origin, reasons, characters, cost, duration FROM arrivals ORDER BY time, id ON CONFLICT (id) DO NOTHING RETURNING seq, id), "
            + "kept AS (INSERT INTO details (seq, json) SELECT added.seq, arrivals.json FROM added JOIN arrivals ON arrivals.id = added.id) SELECT id FROM added"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                added.Add(byId[reader.Id(0)]);
            }
        }

        // 3. Their sums.
        var (days, months) = RollupClosing.Marks(connection);
        var batch = new RollupBatch(days, months);
        foreach (var record in added)
        {
            batch.Add(record, series[Series.Of(record)]);
        }

        if (connection.Scalar("SELECT COUNT(*) FROM (SELECT 1 FROM feedback WHERE counted = 0 LIMIT 1) AS early") > 0)
        {
            SqlFeedback.CountEarly(connection, batch);
        }

        SqlComparisons.Count(connection, batch);
        Upsert(connection, batch);
        return added.Count;
    }

    public static void Upsert(NpgsqlConnection connection, RollupBatch batch)
    {
        // Sorted, so that two writers never wait for each other's rows.
        Upsert(connection, "hours", "start, series", [.. batch.Hours.OrderBy(row => row.Key).Select(row => (new[] { row.Key.Start, row.Key.Series }, row.Value))]);
        Upsert(
            connection, "spans", "level, series, start",
            [.. batch.Spans.OrderBy(row => row.Key).Select(row => (new[] { (long)row.Key.Level, row.Key.Series, row.Key.Start }, row.Value))]);
        foreach (var (key, sums) in batch.Shadows.OrderBy(row => (row.Key.Start, row.Key.Tenant, row.Key.Policy, row.Key.Candidate, row.Key.Chosen, row.Key.Route)))
        {
            connection.Execute(
                "INSERT INTO shadows AS s (start, tenant, policy, candidate, chosen, route, simulated, requests, low, likely, high, unknown) "
                + "VALUES (@start, @tenant, @policy, @candidate, @chosen, @route, @simulated, @requests, @low, @likely, @high, @unknown) "
                + "ON CONFLICT (start, tenant, policy, candidate, chosen, route, simulated) DO UPDATE SET requests = s.requests + excluded.requests, low = s.low + excluded.low, "
                + "likely = s.likely + excluded.likely, high = s.high + excluded.high, unknown = s.unknown + excluded.unknown",
                ("@start", key.Start), ("@tenant", key.Tenant), ("@policy", key.Policy), ("@candidate", key.Candidate), ("@chosen", key.Chosen), ("@route", key.Route),
                ("@simulated", key.Simulated ? 1L : 0L), ("@requests", sums[0]), ("@low", sums[1]), ("@likely", sums[2]), ("@high", sums[3]), ("@unknown", sums[4]));
        }
    }

    private static void Upsert(NpgsqlConnection connection, string table, string keys, List<(long[] Keys, long[] Sums)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        // 1. Every row is there, and locked in the order of its keys, before it is read.
        connection.Execute($"CREATE TEMPORARY TABLE IF NOT EXISTS {table}_arrivals (LIKE {table}) ON COMMIT DELETE ROWS");
        Copy(connection, table, keys, rows, packed: _ => []);
        connection.Execute($"INSERT INTO {table} ({keys}, sums) SELECT {keys}, sums FROM {table}_arrivals ORDER BY {keys} ON CONFLICT ({keys}) DO NOTHING");
        var byKeys = rows.ToDictionary(row => string.Join(' ', row.Keys), row => row.Sums, StringComparer.Ordinal);
        var count = rows[0].Keys.Length;
        using (var command = connection.Command($"SELECT {keys}, {table}.sums FROM {table} JOIN {table}_arrivals a USING ({keys}) ORDER BY {keys} FOR UPDATE OF {table}"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                PackedSums.AddTo(byKeys[string.Join(' ', Enumerable.Range(0, count).Select(reader.GetInt64))], reader.GetFieldValue<byte[]>(count));
            }
        }

        // 2. What is there and what came, written back together.
        connection.Execute($"TRUNCATE {table}_arrivals");
        Copy(connection, table, keys, rows, PackedSums.Pack);
        connection.Execute($"UPDATE {table} t SET sums = a.sums FROM {table}_arrivals a WHERE {string.Join(" AND ", keys.Split(", ").Select(key => $"t.{key} = a.{key}"))}");
        connection.Execute($"TRUNCATE {table}_arrivals");
    }

    private static void Copy(NpgsqlConnection connection, string table, string keys, List<(long[] Keys, long[] Sums)> rows, Func<long[], byte[]> packed)
    {
        using var copy = connection.BeginBinaryImport($"COPY {table}_arrivals ({keys}, sums) FROM STDIN (FORMAT BINARY)");
        foreach (var (key, sums) in rows)
        {
            copy.StartRow();
            foreach (var value in key)
            {
                copy.Write(value, NpgsqlDbType.Bigint);
            }

            copy.Write(packed(sums), NpgsqlDbType.Bytea);
        }

        copy.Complete();
    }

    private static void Write(NpgsqlBinaryImporter copy, StoredRecord record, long series)
    {
        copy.StartRow();
        copy.Write(record.Id.Bytes(), NpgsqlDbType.Bytea);
        copy.Write(record.Time.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
        copy.Write(series, NpgsqlDbType.Bigint);
        copy.Write(RollupSums.OutcomeOf(record), NpgsqlDbType.Text);
        copy.Write(record.Origin, NpgsqlDbType.Text);
        copy.Write(string.Join(',', record.Reasons.AsSpan()!), NpgsqlDbType.Text);
        copy.Write((long)record.Signals.Characters, NpgsqlDbType.Bigint);
        if (Nano.Of(record.ActualCost) is { } cost)
        {
            copy.Write(cost, NpgsqlDbType.Bigint);
        }
        else
        {
            copy.WriteNull();
        }

        copy.Write((long)record.Duration.TotalMilliseconds, NpgsqlDbType.Bigint);
        copy.Write(RecordJson.Write(record), NpgsqlDbType.Bytea);
    }
}
