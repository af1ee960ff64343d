using System.Data.Common;
using System.Text.Json;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Keeps comparisons and counts what they cost into the sums of their record, whichever of the two comes first.</summary>
internal static class SqlComparisons
{
    // One statement that takes and returns them, so that of two writers only one counts a comparison.
    private const string Take =
        "UPDATE comparisons SET counted = 1 WHERE counted = 0 AND EXISTS (SELECT 1 FROM records r WHERE r.id = comparisons.decision) RETURNING decision, shadow_cost, shadow_known";

    public static void Append(DbConnection connection, IReadOnlyList<StoredComparison> comparisons, Action<DbConnection, RollupBatch> upsert)
    {
        foreach (var comparison in comparisons)
        {
            connection.Execute(
                "INSERT INTO comparisons (id, time, tenant, policy, route, task, language, simulated, json, decision, shadow_cost, shadow_known, counted) "
                + "VALUES (@id, @time, @tenant, @policy, @route, @task, @language, @simulated, @json, @decision, @cost, @known, 0) ON CONFLICT (id) DO NOTHING",
                ("@id", comparison.Id.Bytes()),
                ("@time", comparison.Time.ToUnixTimeMilliseconds()),
                ("@tenant", comparison.Tenant),
                ("@policy", comparison.Policy),
                ("@route", comparison.Route),
                ("@task", comparison.Task),
                ("@language", comparison.Language),
                ("@simulated", comparison.Simulated ? 1 : 0),
                ("@json", JsonSerializer.Serialize(comparison, RecordJson.Default.StoredComparison)),
                ("@decision", comparison.DecisionId.Bytes()),
                ("@cost", CostOf(comparison)),
                ("@known", IsKnown(comparison) ? 1 : 0));
        }

        var (days, months) = RollupClosing.Marks(connection);
        var batch = new RollupBatch(days, months);
        Count(connection, batch);
        upsert(connection, batch);
    }

    /// <summary>Counts comparisons whose record is there and that were not counted yet into a batch.</summary>
    public static void Count(DbConnection connection, RollupBatch batch)
    {
        var taken = new List<(byte[] Decision, long Cost, bool IsKnown)>();
        using (var command = connection.Command(Take))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                taken.Add((reader.GetFieldValue<byte[]>(0), reader.GetInt64(1), reader.GetInt64(2) != 0));
            }
        }

        foreach (var (decision, cost, isKnown) in taken)
        {
            if (SqlRecords.GroupOf(connection, decision) is { } group)
            {
                batch.AddShadow(group.Time, group.Series, cost, isKnown);
            }
        }
    }

    /// <summary>Fills the columns that an earlier version did not have; its comparisons are counted with the next batch.</summary>
    public static void FillCosts(DbConnection connection)
    {
        var comparisons = new List<StoredComparison>();
        using (var command = connection.Command("SELECT json FROM comparisons"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                comparisons.Add(JsonSerializer.Deserialize(reader.GetString(0), RecordJson.Default.StoredComparison)!);
            }
        }

        foreach (var comparison in comparisons)
        {
            connection.Execute(
                "UPDATE comparisons SET decision = @decision, shadow_cost = @cost, shadow_known = @known, counted = 0 WHERE id = @id",
                ("@decision", comparison.DecisionId.Bytes()),
                ("@cost", CostOf(comparison)),
                ("@known", IsKnown(comparison) ? 1 : 0),
                ("@id", comparison.Id.Bytes()));
        }
    }

    private static bool IsKnown(StoredComparison comparison) => comparison is { OtherCost.IsKnown: true, JudgeCost.IsKnown: true };

    private static long CostOf(StoredComparison comparison) => Nano.Of(Known(comparison.OtherCost) + Known(comparison.JudgeCost));

    private static decimal Known(in CostInterval cost) => cost.IsKnown ? cost.LikelyUsd : 0;
}
