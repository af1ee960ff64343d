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

    /// <summary>Appends feedback; true where its record is there.</summary>
    public static bool Append(DbConnection connection, StoredFeedback feedback, Action<DbConnection, RollupBatch> upsert)
    {
        var id = feedback.DecisionId.Bytes();
        double? replaced = null;
        using (var command = connection.Command(
            "SELECT score, time FROM feedback WHERE decision = @id AND source = @source AND kind = @kind",
            ("@id", id), ("@source", feedback.Source), ("@kind", feedback.Kind)))
        using (var reader = command.ExecuteReader())
        {
            if (reader.Read())
            {
                replaced = reader.GetDouble(0);
                if (reader.GetInt64(1) > feedback.Time.ToUnixTimeMilliseconds())
                {
                    // What is there was said later: an older message that arrives late changes nothing.
                    reader.Close();
                    return SqlRecords.GroupOf(connection, id) is not null;
                }
            }
        }

        var record = SqlRecords.GroupOf(connection, id);
        connection.Execute(
            "INSERT INTO feedback (decision, source, kind, score, time, counted) VALUES (@id, @source, @kind, @score, @time, @counted) "
            + "ON CONFLICT (decision, source, kind) DO UPDATE SET score = excluded.score, time = excluded.time",
            ("@id", id),
            ("@source", feedback.Source),
            ("@kind", feedback.Kind),
            ("@score", feedback.Score),
            ("@time", feedback.Time.ToUnixTimeMilliseconds()),
            ("@counted", record is null ? 0 : 1));
        if (record is not { } found)
        {
            return false;
        }

        var (days, months) = RollupClosing.Marks(connection);
        var batch = new RollupBatch(days, months);
        batch.AddFeedback(found.Time, found.Series, feedback.Score, replaced);
        upsert(connection, batch);
        return true;
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
}
