using LanguageRouter.Review.Store.PostgreSql;
using LanguageRouter.Review.Store.Sqlite;

namespace LanguageRouter.Review.Store;

/// <summary>Opens record stores.</summary>
public static class RecordStores
{
    /// <summary>Opens a SQLite file; it is made on the first write where it does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readOnly"><see langword="true"/> never writes to the file, and does not make it.</param>
    /// <returns>The store, to be disposed of by the caller.</returns>
    public static IRecordStore Sqlite(string path, bool readOnly = false) => new SqliteRecordStore(path, readOnly);

    /// <summary>Opens a PostgreSQL database; the tables are made on the first write where they do not exist.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <returns>The store, to be disposed of by the caller.</returns>
    public static IRecordStore PostgreSql(string connectionString) => new PostgreSqlRecordStore(connectionString);
}
