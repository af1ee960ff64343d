using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Finds and lists records.</summary>
internal static class SqlRecords
{
    /// <summary>How many records a list looks at before it gives its page as it is; a page must answer at once.</summary>
    public const int MostSearched = 100_000;

    // Where fewer records than this can match, their own index finds them faster than a walk back in time.
    private const long FewMatches = 20_000;

    private const string Line =
        "SELECT r.id, r.time, r.outcome, r.origin, r.reasons, r.characters, r.cost, r.duration, r.seq, s.tenant, s.policy, s.route, s.kind, s.model, s.task, s.language, s.simulated ";

    public static StoredRecord? Find(DbConnection connection, Guid id)
    {
        using var command = connection.Command("SELECT d.json FROM records r JOIN details d ON d.seq = r.seq WHERE r.id = @id", ("@id", id.Bytes()));
        return command.ExecuteScalar() is byte[] json ? RecordJson.Read(json) : null;
    }

    /// <summary>Finds the time and the series by which a record is summed up.</summary>
    public static (DateTimeOffset Time, long Series)? GroupOf(DbConnection connection, byte[] id)
    {
        using var command = connection.Command("SELECT time, series FROM records WHERE id = @id", ("@id", id));
        using var reader = command.ExecuteReader();
        return reader.Read() ? (DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetInt64(1)) : null;
    }

    /// <summary>One page, the newest first.</summary>
    public static RecordPage List(DbConnection connection, RecordFilter filter, string? after, int size, SeriesNames names)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var (time, seq) = Parse(after);
        using var command = connection.Command("", ("@time", time), ("@seq", seq), ("@size", size + 1L), ("@most", (long)MostSearched));
        var condition = SqlFilter.Records(filter, command);
        const string Before = "(r.time < @time OR (r.time = @time AND r.seq < @seq))";
        var isPlain = condition.Length == 0;
        long? searchedTo = null;
        if (isPlain || !HasFewMatches(connection, filter, names))
        {
            // 1. A walk back in time that looks at no more than so many records.
            searchedTo = isPlain ? null : Bound(connection, filter, time, seq);
            if (searchedTo is { } bound)
            {
                SqlFilter.Add(command, "@bound", bound);
            }

            command.CommandText = $"{Line} FROM records r JOIN series s ON s.id = r.series WHERE r.time <= @time AND {Before}{(searchedTo is null ? "" : " AND r.time >= @bound")}{condition.Replace(" r.series IN", " +r.series IN", StringComparison.Ordinal)} ORDER BY r.time DESC, r.seq DESC LIMIT @size";
        }
        else
        {
            // 2. The series' own records, all of them: they are few.
            command.CommandText = $"{Line} FROM records r JOIN series s ON s.id = r.series WHERE {Before}{condition} ORDER BY r.time DESC, r.seq DESC LIMIT @size";
        }

        var lines = ImmutableArray.CreateBuilder<RecordLine>();
        var last = (Time: 0L, Seq: 0L);
        var more = false;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                if (lines.Count == size)
                {
                    more = true;
                    break;
                }

                last = (reader.GetInt64(1), reader.GetInt64(8));
                lines.Add(Read(reader));
            }
        }

        var isCut = !more && searchedTo is not null;
        return new RecordPage(
            lines.DrainToImmutable(),
            more ? Cursor(last.Time, last.Seq) : isCut ? Cursor(searchedTo.GetValueOrDefault(), 0) : null,
            isCut ? DateTimeOffset.FromUnixTimeMilliseconds(searchedTo.GetValueOrDefault()) : null);
    }

    private static string Cursor(long time, long seq) => string.Create(CultureInfo.InvariantCulture, $"{time}-{seq}");

    /// <exception cref="FormatException">The text is not a page's <c>Next</c>.</exception>
    private static (long Time, long Seq) Parse(string? after)
    {
        if (after is null)
        {
            return (long.MaxValue, long.MaxValue);
        }

        var at = after.IndexOf('-', StringComparison.Ordinal);
        return at > 0
            && long.TryParse(after.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && long.TryParse(after.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? (time, seq)
            : throw new FormatException("The place of the next page is not one that a page gave. Fix: pass RecordPage.Next on as it is.");
    }

    private static bool HasFewMatches(DbConnection connection, RecordFilter filter, SeriesNames names)
    {
        var series = filter with { Outcome = null, Reason = null };
        if (series == new RecordFilter { From = filter.From, To = filter.To })
        {
            return false;
        }

        var total = SqlRollups.Read(connection, new RollupQuery { Filter = series }, names);
        return total.Count == 0 || total[0][RollupSum.Requests] < FewMatches;
    }

    // The time of the record at which a walk that looks at the allowed number would stop; null where it comes to the end before.
    private static long? Bound(DbConnection connection, RecordFilter filter, long time, long seq)
    {
        using var command = connection.Command(
            "SELECT r.time FROM records r WHERE r.time <= @time AND (r.time < @time OR r.seq < @seq) AND r.time < @to ORDER BY r.time DESC LIMIT 1 OFFSET @most",
            ("@time", time), ("@seq", seq), ("@to", filter.To?.ToUnixTimeMilliseconds() ?? long.MaxValue), ("@most", (long)MostSearched));
        return command.ExecuteScalar() is long bound && bound > (filter.From?.ToUnixTimeMilliseconds() ?? long.MinValue) ? bound : null;
    }

    private static RecordLine Read(DbDataReader reader) => new()
    {
        Id = reader.Id(0),
        Time = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
        Outcome = reader.GetString(2),
        Origin = reader.GetString(3),
        Reasons = [.. reader.GetString(4).Split(',', StringSplitOptions.RemoveEmptyEntries)],
        Characters = (int)reader.GetInt64(5),
        Cost = reader.IsDBNull(6) ? CostInterval.Unknown("the record says why") : CostInterval.Exact(Nano.ToUsd(reader.GetInt64(6))),
        Duration = TimeSpan.FromMilliseconds(reader.GetInt64(7)),
        Tenant = reader.GetString(9),
        Policy = reader.GetString(10),
        Route = reader.GetString(11),
        Kind = reader.GetString(12),
        Model = reader.GetString(13),
        Task = reader.GetString(14),
        Language = reader.GetString(15),
        Simulated = reader.GetInt64(16) != 0,
    };
}
