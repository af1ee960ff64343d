using System.Data.Common;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Writes a filter as conditions with their parameters.</summary>
internal static class SqlFilter
{
    /// <summary>The condition on a series, or null where any will do.</summary>
    public static string? Series(RecordFilter filter, DbCommand command)
    {
        var conditions = new List<string>();
        Equal("tenant", filter.Tenant);
        Equal("policy", filter.Policy);
        Equal("route", filter.Route);
        Equal("kind", filter.Kind);
        Equal("model", filter.Model);
        Equal("task", filter.Task);
        Equal("language", filter.Language);
        Equal("simulated", filter.Simulated is { } simulated ? (simulated ? 1 : 0) : null);
        return conditions.Count == 0 ? null : string.Join(" AND ", conditions);

        void Equal(string column, object? value)
        {
            if (value is not null)
            {
                conditions.Add($"{column} = @{column}");
                Add(command, $"@{column}", value);
            }
        }
    }

    /// <summary>The condition on a record, beginning with AND, or nothing.</summary>
    public static string Records(RecordFilter filter, DbCommand command)
    {
        var sql = "";
        if (filter.From is { } from)
        {
            sql += " AND r.time >= @from";
            Add(command, "@from", from.ToUnixTimeMilliseconds());
        }

        if (filter.To is { } to)
        {
            sql += " AND r.time < @to";
            Add(command, "@to", to.ToUnixTimeMilliseconds());
        }

        if (filter.Outcome is { } outcome)
        {
            sql += " AND r.outcome = @outcome";
            Add(command, "@outcome", outcome);
        }

        if (filter.Reason is { } reason)
        {
            sql += " AND ',' || r.reasons || ',' LIKE @reason ESCAPE '\\'";
            Add(command, "@reason", $"%,{Escape(reason)},%");
        }

        return Series(filter, command) is { } series ? $"{sql} AND r.series IN (SELECT id FROM series WHERE {series})" : sql;
    }

    public static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
