using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>What the stores in SQLite and PostgreSQL have in common: everything but the way records are appended.</summary>
internal abstract class SqlRecordStore : IRecordStore
{
    private readonly SeriesNames _names = new();

    public abstract string Place { get; }

    protected abstract int SchemaVersion { get; }

    public abstract ValueTask<int> AppendAsync(IReadOnlyList<StoredRecord> records, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    public ValueTask AppendPoliciesAsync(IReadOnlyList<StoredPolicy> policies, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            foreach (var policy in policies)
            {
                connection.Execute(
                    "INSERT INTO policies (version, first_seen, json) VALUES (@version, @time, @json) ON CONFLICT (version) DO NOTHING",
                    ("@version", policy.Version),
                    ("@time", policy.FirstSeen.ToUnixTimeMilliseconds()),
                    ("@json", JsonSerializer.Serialize(policy, RecordJson.Default.StoredPolicy)));
            }
        },
        cancellationToken);

    public async ValueTask<bool> AppendFeedbackAsync(StoredFeedback feedback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        if (!double.IsFinite(feedback.Score) || feedback.Score is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(feedback), feedback.Score, $"The score of the feedback on decision {feedback.DecisionId} is not between 0 and 1. Fix: scale it.");
        }

        var known = false;
        await WriteAsync(connection => known = SqlFeedback.Append(connection, feedback, UpsertRollups), cancellationToken).ConfigureAwait(false);
        return known;
    }

    public ValueTask AppendComparisonsAsync(IReadOnlyList<StoredComparison> comparisons, CancellationToken cancellationToken) =>
        WriteAsync(connection => SqlComparisons.Append(connection, comparisons, UpsertRollups), cancellationToken);

    public ValueTask AppendTextAsync(StoredText text, CancellationToken cancellationToken) => WriteAsync(
        connection => connection.Execute(
            "INSERT INTO texts (decision, time, prompt, answer) VALUES (@id, @time, @prompt, @answer) ON CONFLICT (decision) DO UPDATE SET answer = excluded.answer",
            ("@id", text.DecisionId.Bytes()),
            ("@time", text.Time.ToUnixTimeMilliseconds()),
            ("@prompt", text.Prompt),
            ("@answer", text.Answer)),
        cancellationToken);

    public async ValueTask<StoredRecord?> FindAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return SqlRecords.Find(connection, decisionId);
    }

    public async ValueTask<StoredText?> FindTextAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.Command("SELECT time, prompt, answer FROM texts WHERE decision = @id", ("@id", decisionId.Bytes()));
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? new StoredText(decisionId, DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetString(1), reader.Text(2))
            : null;
    }

    public async IAsyncEnumerable<StoredRecord> ReadAsync(RecordFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.Command("");
        command.CommandText = $"SELECT d.json FROM records r JOIN details d ON d.seq = r.seq WHERE 1 = 1{SqlFilter.Records(filter, command)} ORDER BY r.time, r.seq";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return RecordJson.Read(reader.GetFieldValue<byte[]>(0));
        }
    }

    public async ValueTask<RecordPage> ListAsync(RecordFilter filter, string? after, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return SqlRecords.List(connection, filter, after, size, _names);
    }

    public async IAsyncEnumerable<StoredFeedback> ReadFeedbackAsync(
        DateTimeOffset? from = null, Guid? decisionId = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.Command("SELECT decision, source, kind, score, time FROM feedback WHERE time >= @from", ("@from", from?.ToUnixTimeMilliseconds() ?? 0));
        if (decisionId is { } id)
        {
            command.CommandText += " AND decision = @id";
            SqlFilter.Add(command, "@id", id.Bytes());
        }

        command.CommandText += " ORDER BY time";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new StoredFeedback
            {
                DecisionId = reader.Id(0),
                Source = reader.GetString(1),
                Kind = reader.GetString(2),
                Score = reader.GetDouble(3),
                Time = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
            };
        }
    }

    public async IAsyncEnumerable<StoredComparison> ReadComparisonsAsync(RecordFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.Command(
            "SELECT json FROM comparisons WHERE time >= @from AND time < @to",
            ("@from", filter.From?.ToUnixTimeMilliseconds() ?? 0),
            ("@to", filter.To?.ToUnixTimeMilliseconds() ?? long.MaxValue));
        if (SqlFilter.Series(filter with { Kind = null, Model = null }, command) is { } condition)
        {
            command.CommandText += $" AND {condition}";
        }

        command.CommandText += " ORDER BY time";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return JsonSerializer.Deserialize(reader.GetString(0), RecordJson.Default.StoredComparison)!;
        }
    }

    public async ValueTask<IReadOnlyList<StoredPolicy>> ReadPoliciesAsync(CancellationToken cancellationToken)
    {
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.Command("SELECT json FROM policies ORDER BY first_seen DESC");
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var policies = new List<StoredPolicy>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            policies.Add(JsonSerializer.Deserialize(reader.GetString(0), RecordJson.Default.StoredPolicy)!);
        }

        return policies;
    }

    public async ValueTask<IReadOnlyList<Rollup>> RollUpAsync(RollupQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return SqlRollups.Read(connection, query, _names);
    }

    public async ValueTask<IReadOnlyList<ShadowRollup>> RollUpShadowsAsync(RecordFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return SqlRollups.ReadShadows(connection, filter);
    }

    public async ValueTask<string?> ReadDocumentAsync(string name, CancellationToken cancellationToken)
    {
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.Command("SELECT json FROM documents WHERE name = @name", ("@name", name));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }

    public ValueTask WriteDocumentAsync(string name, string? json, CancellationToken cancellationToken) => WriteAsync(
        connection =>
        {
            if (json is null)
            {
                connection.Execute("DELETE FROM documents WHERE name = @name", ("@name", name));
            }
            else
            {
                connection.Execute("INSERT INTO documents (name, json) VALUES (@name, @json) ON CONFLICT (name) DO UPDATE SET json = excluded.json", ("@name", name), ("@json", json));
            }
        },
        cancellationToken);

    public async ValueTask<long> RemoveAsync(DateTimeOffset? recordsBefore, DateTimeOffset? rollupsBefore, CancellationToken cancellationToken)
    {
        long removed = 0;
        if (recordsBefore is { } records)
        {
            removed = await SqlRetention.RemoveRecordsAsync(WriteAsync, records.ToUnixTimeMilliseconds(), cancellationToken).ConfigureAwait(false);
        }

        if (rollupsBefore is { } rollups)
        {
            await WriteAsync(connection => SqlRetention.RemoveRollups(connection, rollups.ToUnixTimeSeconds()), cancellationToken).ConfigureAwait(false);
        }

        return removed;
    }

    public async ValueTask<StoreExtent> ReadExtentAsync(CancellationToken cancellationToken)
    {
        var total = await RollUpAsync(new RollupQuery(), cancellationToken).ConfigureAwait(false);
        using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var oldest = connection.Scalar("SELECT MIN(start) FROM hours");
        var newest = connection.Scalar("SELECT MAX(time) FROM records");
        return new StoreExtent(
            total.Count == 0 ? 0 : total[0][RollupSum.Requests],
            oldest == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(oldest),
            newest == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(newest),
            ReadBytes(connection),
            SchemaVersion);
    }

    /// <summary>Opens a connection to read with.</summary>
    protected abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Runs statements in one transaction of a writer.</summary>
    protected abstract ValueTask WriteAsync(Action<DbConnection> write, CancellationToken cancellationToken);

    /// <summary>Adds sums to the rollups, in the transaction that runs on the connection.</summary>
    protected abstract void UpsertRollups(DbConnection connection, RollupBatch batch);

    protected abstract long ReadBytes(DbConnection connection);
}
