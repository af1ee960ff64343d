using System.Collections.Concurrent;
using System.Data.Common;
using LanguageRouter.Review.Store.Rollups;

namespace LanguageRouter.Review.Store.Sql;

/// <summary>Remembers what the numbers of series stand for; a series never changes.</summary>
internal sealed class SeriesNames
{
    private readonly ConcurrentDictionary<long, Series> _known = new();

    public Series Of(DbConnection connection, long id)
    {
        if (_known.TryGetValue(id, out var series))
        {
            return series;
        }

        ReadAll(connection);
        return _known.TryGetValue(id, out series) ? series : throw new InvalidDataException($"The store names a series {id} that it does not hold. Fix: restore the store from a backup.");
    }

    private void ReadAll(DbConnection connection)
    {
        using var command = connection.Command($"SELECT id, {string.Join(", ", Series.Columns)} FROM series");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _known[reader.GetInt64(0)] = Read(reader, 1);
        }
    }

    private static Series Read(DbDataReader reader, int at) => new(
        reader.GetString(at), reader.GetString(at + 1), reader.GetString(at + 2), reader.GetString(at + 3), reader.GetString(at + 4), reader.GetString(at + 5),
        reader.GetString(at + 6), reader.GetInt64(at + 7) != 0);
}
