using System.Data.Common;
using System.Runtime.InteropServices;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Reads sums: the closed months and days in the middle of a span of time, hours at its ends.</summary>
internal static class SqlRollups
{
    public static IReadOnlyList<Rollup> Read(DbConnection connection, RollupQuery query, SeriesNames names)
    {
        var widest = query.Step is not { } step ? RollupLevel.Month
            : step == TimeSpan.FromDays(1) ? RollupLevel.Day
            : step == TimeSpan.FromHours(1) ? RollupLevel.Hour
            : throw new ArgumentOutOfRangeException(nameof(query), step, "A step is one hour, one day, or none.");
        if (query.Filter.Outcome is not null || query.Filter.Reason is not null)
        {
            throw new ArgumentException("Rollups do not know outcomes and reasons. Fix: leave them out of the filter, or read the records.", nameof(query));
        }

        var (days, months) = RollupClosing.Marks(connection);
        var from = query.Filter.From?.ToUnixTimeSeconds() ?? connection.Scalar("SELECT MIN(start) FROM hours");
        var to = query.Filter.To?.ToUnixTimeSeconds() ?? connection.Scalar("SELECT MAX(start) FROM hours") + RollupLevels.HourSeconds;
        var groups = new Dictionary<(long, Series), long[]>();
        foreach (var piece in RollupLevels.Split(from, to, widest, days, months))
        {
            ReadPiece(connection, query, piece, widest, names, groups);
        }

        return [.. groups.OrderBy(group => group.Key.Item1).Select(group => ToRollup(query, group.Key.Item1, group.Key.Item2, group.Value))];
    }

    public static IReadOnlyList<ShadowRollup> ReadShadows(DbConnection connection, RecordFilter filter)
    {
        using var command = connection.Command(
            "SELECT policy, candidate, chosen, route, CAST(SUM(requests) AS BIGINT), CAST(SUM(low) AS BIGINT), CAST(SUM(likely) AS BIGINT), CAST(SUM(high) AS BIGINT), CAST(SUM(unknown) AS BIGINT) FROM shadows WHERE start >= @from AND start < @to",
            ("@from", filter.From is { } from ? RollupLevels.StartOf(RollupLevel.Day, from.ToUnixTimeSeconds()) : 0),
            ("@to", filter.To?.ToUnixTimeSeconds() ?? long.MaxValue));
        if (SqlFilter.Series(new RecordFilter { Tenant = filter.Tenant, Policy = filter.Policy, Simulated = filter.Simulated }, command) is { } condition)
        {
            command.CommandText += $" AND {condition}";
        }

        command.CommandText += " GROUP BY policy, candidate, chosen, route ORDER BY 5 DESC";
        using var reader = command.ExecuteReader();
        var lines = new List<ShadowRollup>();
        while (reader.Read())
        {
            lines.Add(new ShadowRollup(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4),
                CostInterval.Of(Nano.ToUsd(reader.GetInt64(5)), Nano.ToUsd(reader.GetInt64(6)), Nano.ToUsd(reader.GetInt64(7))), reader.GetInt64(8)));
        }

        return lines;
    }

    private static void ReadPiece(
        DbConnection connection, RollupQuery query, (RollupLevel Level, long From, long To) piece, RollupLevel widest, SeriesNames names, Dictionary<(long, Series), long[]> groups)
    {
        using var command = connection.Command("", ("@from", piece.From), ("@to", piece.To), ("@level", (long)piece.Level));
        var series = SqlFilter.Series(query.Filter, command);
        command.CommandText = piece.Level == RollupLevel.Hour
            ? $"SELECT series, start, sums FROM hours WHERE start >= @from AND start < @to{(series is null ? "" : $" AND series IN (SELECT id FROM series WHERE {series})")}"
            : $"SELECT r.series, r.start, r.sums FROM (SELECT id FROM series{(series is null ? "" : $" WHERE {series}")}) s CROSS JOIN spans r WHERE r.level = @level AND r.series = s.id AND r.start >= @from AND r.start < @to";
        foreach (var ((id, start), sums) in ReadRows(command, query, widest))
        {
            ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (start, query.By == RollupGroups.None ? default : Project(names.Of(connection, id), query.By)), out _);
            if (total is null)
            {
                total = sums;
                continue;
            }

            for (var i = 0; i < sums.Length; i++)
            {
                total[i] += sums[i];
            }
        }
    }

    // All rows before any name is looked up: one that is not known yet is read on the same connection.
    private static Dictionary<(long Series, long Start), long[]> ReadRows(DbCommand command, RollupQuery query, RollupLevel widest)
    {
        var rows = new Dictionary<(long, long), long[]>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var start = query.Step is null ? 0 : RollupLevels.StartOf(widest, reader.GetInt64(1));
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, (query.By == RollupGroups.None ? 0 : reader.GetInt64(0), start), out _);
            PackedSums.AddTo(sums ??= new long[Rollup.SumCount], reader.GetFieldValue<byte[]>(2));
        }

        return rows;
    }

    private static Series Project(in Series series, RollupGroups by) => new(
        by.HasFlag(RollupGroups.Tenant) ? series.Tenant : null!,
        by.HasFlag(RollupGroups.Policy) ? series.Policy : null!,
        by.HasFlag(RollupGroups.Route) ? series.Route : null!,
        by.HasFlag(RollupGroups.Kind) ? series.Kind : null!,
        by.HasFlag(RollupGroups.Model) ? series.Model : null!,
        by.HasFlag(RollupGroups.Task) ? series.Task : null!,
        by.HasFlag(RollupGroups.Language) ? series.Language : null!,
        by.HasFlag(RollupGroups.Simulated) && series.Simulated);

    private static Rollup ToRollup(RollupQuery query, long start, in Series series, long[] sums) => new(sums)
    {
        Start = query.Step is null ? null : DateTimeOffset.FromUnixTimeSeconds(start),
        Tenant = series.Tenant,
        Policy = series.Policy,
        Route = series.Route,
        Kind = series.Kind,
        Model = series.Model,
        Task = series.Task,
        Language = series.Language,
        Simulated = query.By.HasFlag(RollupGroups.Simulated) ? series.Simulated : null,
    };
}
