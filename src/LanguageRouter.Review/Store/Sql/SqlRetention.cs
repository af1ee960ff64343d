using System.Data.Common;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Removes what is too old, in steps that let writers in between.</summary>
internal static class SqlRetention
{
    private const int Step = 5_000;

    public static async ValueTask<long> RemoveRecordsAsync(Func<Action<DbConnection>, CancellationToken, ValueTask> write, long before, CancellationToken cancellationToken)
    {
        long removed = 0;
        int step;
        do
        {
            step = 0;
            await write(connection => step = RemoveStep(connection, before), cancellationToken).ConfigureAwait(false);
            removed += step;
        }
        while (step == Step);

        await write(
            connection =>
            {
                connection.Execute("DELETE FROM texts WHERE time < @before", ("@before", before));
                connection.Execute("DELETE FROM comparisons WHERE time < @before", ("@before", before));
                connection.Execute("DELETE FROM feedback WHERE time < @before", ("@before", before));
            },
            cancellationToken).ConfigureAwait(false);
        return removed;
    }

    public static void RemoveRollups(DbConnection connection, long before)
    {
        connection.Execute("DELETE FROM hours WHERE start < @before", ("@before", before));
        connection.Execute("DELETE FROM spans WHERE start < @before", ("@before", before));
        connection.Execute("DELETE FROM shadows WHERE start < @before", ("@before", before));
    }

    private static int RemoveStep(DbConnection connection, long before)
    {
        connection.Execute(
            "DELETE FROM details WHERE seq IN (SELECT seq FROM records WHERE time < @before ORDER BY time, seq LIMIT @step)", ("@before", before), ("@step", Step));
        return connection.Execute(
            "DELETE FROM records WHERE seq IN (SELECT seq FROM records WHERE time < @before ORDER BY time, seq LIMIT @step)", ("@before", before), ("@step", Step));
    }
}
