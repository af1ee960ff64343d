using System.Data.Common;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Keeps feedback and counts it into the sums of its record, whichever of the two comes first.</summary>
internal static class SqlFeedback
{
    // One statement that takes and returns it, so that of two writers only one counts it.
    private const string TakeEarly =
        "UPDATE feedback SET counted = 1 WHERE counted = 0 AND EXISTS (SELECT 1 FROM records r WHERE r.id = feedback.decision) RETURNING decision, score";

    private const string Same = "WHERE decision = @id AND source = @source AND kind = @kind";

    /// <summary>Appends feedback; true where its record is there.</summary>
    public static bool Append(DbConnection connection, StoredFeedback feedback, Action<DbConnection, RollupBatch> upsert)
    {
        var record = SqlRecords.GroupOf(connection, feedback.DecisionId.Bytes());
        double? replaced = null;
        if ((TryInsert(connection, feedback, record is not null) || TryReplace(connection, feedback, record is not null, out replaced)) && record is { } found)
        {
            var (days, months) = RollupClosing.Marks(connection);
            var batch = new RollupBatch(days, months);
            batch.AddFeedback(found.Time, found.Series, feedback.Score, replaced);
            upsert(connection, batch);
        }

        return record is not null;
    }

    /// <summary>Counts feedback that arrived before its record into a batch that holds the record now.</summary>
    public static void CountEarly(DbConnection connection, RollupBatch batch)
    {
        // All of it, and not only that of the batch's records: it is little, and what another writer left is caught up on.
        var taken = new List<(byte[] Decision, double Score)>();
        using (var command = connection.Command(TakeEarly))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                taken.Add((reader.GetFieldValue<byte[]>(0), reader.GetDouble(1)));
            }
        }

        foreach (var (decision, score) in taken)
        {
            if (SqlRecords.GroupOf(connection, decision) is { } group)
            {
                batch.AddFeedback(group.Time, group.Series, score, replaced: null);
            }
        }
    }

    // Of two writers with the same message the second waits here until the first has committed.
    private static bool TryInsert(DbConnection connection, StoredFeedback feedback, bool counts) => Execute(
        connection, "INSERT INTO feedback (decision, source, kind, score, time, counted) VALUES (@id, @source, @kind, @score, @time, @counts) ON CONFLICT (decision, source, kind) DO NOTHING", feedback, counts) == 1;

    // False where what is there was said later: an older message that arrives late changes nothing.
    private static bool TryReplace(DbConnection connection, StoredFeedback feedback, bool counts, out double? replaced)
    {
        // The row is locked before it is read: nobody can count it, or replace it, between the two.
        Execute(connection, $"UPDATE feedback SET counted = counted {Same}", feedback, counts);
        using (var command = connection.Command(
            $"SELECT score, time, counted FROM feedback {Same}", ("@id", feedback.DecisionId.Bytes()), ("@source", feedback.Source), ("@kind", feedback.Kind)))
        using (var reader = command.ExecuteReader())
        {
            replaced = null;
            if (reader.Read())
            {
                replaced = reader.GetInt64(2) == 0 ? null : reader.GetDouble(0);
                if (reader.GetInt64(1) > feedback.Time.ToUnixTimeMilliseconds())
                {
                    return false;
                }
            }
        }

        // What was counted stays so, also where its record was removed since.
        return Execute(connection, $"UPDATE feedback SET score = @score, time = @time, counted = CASE WHEN counted = 1 THEN 1 ELSE @counts END {Same}", feedback, counts) == 1;
    }

    private static int Execute(DbConnection connection, string sql, StoredFeedback feedback, bool counts) => connection.Execute(
        sql,
        ("@id", feedback.DecisionId.Bytes()),
        ("@source", feedback.Source),
        ("@kind", feedback.Kind),
        ("@score", feedback.Score),
        ("@time", feedback.Time.ToUnixTimeMilliseconds()),
        ("@counts", counts ? 1 : 0));
}
