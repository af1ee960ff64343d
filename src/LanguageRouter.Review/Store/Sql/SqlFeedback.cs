using System.Data.Common;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Keeps feedback and counts it into the sums of its record, whichever of the two comes first.</summary>
internal static class SqlFeedback
{
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
        var early = new List<(byte[] Decision, string Source, string Kind, double Score, long Time, long Series)>();
        using (var command = connection.Command(
            "SELECT f.decision, f.source, f.kind, f.score, r.time, r.series FROM feedback f JOIN records r ON r.id = f.decision WHERE f.counted = 0"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                early.Add((reader.GetFieldValue<byte[]>(0), reader.GetString(1), reader.GetString(2), reader.GetDouble(3), reader.GetInt64(4), reader.GetInt64(5)));
            }
        }

        foreach (var (decision, source, kind, score, time, series) in early)
        {
            batch.AddFeedback(DateTimeOffset.FromUnixTimeMilliseconds(time), series, score, replaced: null);
            connection.Execute(
                "UPDATE feedback SET counted = 1 WHERE decision = @id AND source = @source AND kind = @kind", ("@id", decision), ("@source", source), ("@kind", kind));
        }
    }
}
