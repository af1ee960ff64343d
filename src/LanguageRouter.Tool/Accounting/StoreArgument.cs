using LanguageRouter.Review.Store;

namespace LanguageRouter.Tool.Accounting;

/// <summary>Opens the store that an argument names: a SQLite file, or a PostgreSQL connection string.</summary>
internal static class StoreArgument
{
    /// <summary>Opens it for reading.</summary>
    /// <exception cref="ToolException">There is no such file.</exception>
    public static IRecordStore Open(string store)
    {
        if (store.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            return RecordStores.PostgreSql(store);
        }

        return File.Exists(store) ? RecordStores.Sqlite(store, readOnly: true)
            : throw new ToolException($"The store '{store}' does not exist. Fix: give the SQLite file of RecordStoreOptions.SqliteFile, or a PostgreSQL connection string with Host=.");
    }
}
