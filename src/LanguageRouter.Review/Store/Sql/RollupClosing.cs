using System.Data.Common;
using LanguageRouter.Review.Store.Rollups;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Makes the sums of days and months once they are over. What arrives later is added to them by the batch that brings it.</summary>
internal static class RollupClosing
{
    public const string DaysMark = "days_closed";
    public const string MonthsMark = "months_closed";

    // A record is written seconds after its request; a day is closed when the one after it is over, so that few records are late.
    private const long SlackSeconds = RollupLevels.DaySeconds;

    private static readonly string Columns = string.Join(", ", RollupSums.Columns);

    private static readonly string Sums = string.Join(", ", RollupSums.Columns.Select(column => $"CAST(SUM({column}) AS BIGINT)"));

    public static (long Days, long Months) Marks(DbConnection connection) =>
        (connection.Scalar("SELECT value FROM marks WHERE name = @name", ("@name", DaysMark)),
        connection.Scalar("SELECT value FROM marks WHERE name = @name", ("@name", MonthsMark)));

    /// <summary>Closes what is over at the newest record's time; to be called in the transaction that wrote it.</summary>
    public static void Close(DbConnection connection, long newestSecond, long daysClosed, long monthsClosed)
    {
        var days = RollupLevels.StartOf(RollupLevel.Day, newestSecond - SlackSeconds);
        if (days <= daysClosed)
        {
            return;
        }

        connection.Execute(
            $"INSERT INTO spans (level, series, start, {Columns}) SELECT 1, series, start - start % {RollupLevels.DaySeconds}, {Sums} "
            + $"FROM hours WHERE start >= @from AND start < @to GROUP BY series, start - start % {RollupLevels.DaySeconds}",
            ("@from", daysClosed),
            ("@to", days));
        Mark(connection, DaysMark, days);

        var months = RollupLevels.StartOf(RollupLevel.Month, days);
        if (months <= monthsClosed)
        {
            return;
        }

        // A month's days have no common arithmetic, so every month that is over is made by itself.
        var first = connection.Scalar("SELECT MIN(start) FROM spans WHERE level = 1 AND start >= @from", ("@from", monthsClosed));
        for (var month = RollupLevels.StartOf(RollupLevel.Month, first); month < months; month = NextMonth(month))
        {
            connection.Execute(
                $"INSERT INTO spans (level, series, start, {Columns}) SELECT 2, series, CAST(@month AS BIGINT), {Sums} FROM spans WHERE level = 1 AND start >= @month AND start < @to GROUP BY series",
                ("@month", month),
                ("@to", NextMonth(month)));
        }

        Mark(connection, MonthsMark, months);
    }

    private static long NextMonth(long month) => DateTimeOffset.FromUnixTimeSeconds(month).AddMonths(1).ToUnixTimeSeconds();

    private static void Mark(DbConnection connection, string name, long value) => connection.Execute(
        "INSERT INTO marks (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", ("@name", name), ("@value", value));
}
