using System.Data.Common;
using LanguageRouter.Review.Store.Rollups;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Makes the sums of days and months once they are over. What arrives later is added to them by the batch that brings it.</summary>
internal static class RollupClosing
{
    public const string DaysMark = "days_closed";
    public const string MonthsMark = "months_closed";

    // A record is written seconds after its request; with an hour's grace few are late, and reading seldom needs more than a day of hours.
    private const long SlackSeconds = RollupLevels.HourSeconds;

    public static (long Days, long Months) Marks(DbConnection connection) =>
        (connection.Scalar("SELECT value FROM marks WHERE name = @name", ("@name", DaysMark)),
        connection.Scalar("SELECT value FROM marks WHERE name = @name", ("@name", MonthsMark)));

    /// <summary>Closes what is over at the newest record's time; to be called in the transaction that wrote it.</summary>
    public static void Close(DbConnection connection, long newestSecond, long daysClosed, long monthsClosed, Action<RollupBatch> upsert)
    {
        var days = RollupLevels.StartOf(RollupLevel.Day, newestSecond - SlackSeconds);
        if (days <= daysClosed)
        {
            return;
        }

        var made = new RollupBatch(daysClosed, monthsClosed);
        Fold(connection, "SELECT series, start, sums FROM hours WHERE start >= @from AND start < @to", daysClosed, days, RollupLevel.Day, made);
        upsert(made);
        Mark(connection, DaysMark, days);

        var months = RollupLevels.StartOf(RollupLevel.Month, days);
        if (months <= monthsClosed)
        {
            return;
        }

        made = new RollupBatch(days, monthsClosed);
        Fold(connection, "SELECT series, start, sums FROM spans WHERE level = 1 AND start >= @from AND start < @to", monthsClosed, months, RollupLevel.Month, made);
        upsert(made);
        Mark(connection, MonthsMark, months);
    }

    private static void Fold(DbConnection connection, string sql, long from, long to, RollupLevel level, RollupBatch made)
    {
        using var command = connection.Command(sql, ("@from", from), ("@to", to));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            PackedSums.AddTo(made.SumsOf(level, reader.GetInt64(0), RollupLevels.StartOf(level, reader.GetInt64(1))), reader.GetFieldValue<byte[]>(2));
        }
    }

    private static void Mark(DbConnection connection, string name, long value) => connection.Execute(
        "INSERT INTO marks (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", ("@name", name), ("@value", value));
}
