using LanguageRouter.Review.Store;
using Microsoft.Data.Sqlite;

namespace LanguageRouter.Tool.Reviewing;

/// <summary>Opens the record store that an argument names.</summary>
internal static class StoreFile
{
    /// <summary>Opens a SQLite file, or a PostgreSQL connection string.</summary>
    /// <exception cref="ToolException">There is no such file.</exception>
    private static IRecordStore Open(string store, bool readOnly) =>
        store.Contains('=', StringComparison.Ordinal) && !File.Exists(store) ? RecordStores.PostgreSql(store)
        : File.Exists(store) ? RecordStores.Sqlite(store, readOnly)
        : throw new ToolException($"There is no record store '{store}'. Fix: give the SQLite file that the application writes, or a PostgreSQL connection string, with --store.");

    /// <summary>Runs work on a store and turns its faults into messages.</summary>
    /// <exception cref="ToolException">The store cannot be read.</exception>
    public static async Task UseAsync(string place, Func<IRecordStore, Task> work, bool readOnly = true)
    {
        var store = Open(place, readOnly);
        try
        {
            await work(store).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidDataException)
        {
            var hint = exception is SqliteException { SqliteErrorCode: 14 or 8 } ? " Fix: the folder must be writable for the file's write-ahead log, or copy the file elsewhere." : "";
            throw new ToolException($"The record store '{store.Place}' cannot be read: {exception.Message}{hint}", exception);
        }
        finally
        {
            await store.DisposeAsync().ConfigureAwait(false);
        }
    }
}
