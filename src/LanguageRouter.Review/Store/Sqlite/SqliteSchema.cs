using System.Globalization;
using LanguageRouter.Review.Store.Sql;
using Microsoft.Data.Sqlite;

namespace LanguageRouter.Review.Store.Sqlite;

/// <summary>The tables, and the way from every earlier version to the current one. Forward only.</summary>
internal static class SqliteSchema
{
    /// <summary>The number of migrations: the version of a file that this library writes.</summary>
    public static int Version => Migrations.Length;

    // "LRrv": a file of ours, so that another application's database is never taken for one.
    private const long ApplicationId = 0x4C527276;

    // The migration that gives comparisons their cost in a column.
    private const int ComparisonCosts = 1;

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE series (
            id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, policy TEXT NOT NULL, route TEXT NOT NULL, kind TEXT NOT NULL, model TEXT NOT NULL,
            task TEXT NOT NULL, language TEXT NOT NULL, simulated INTEGER NOT NULL,
            UNIQUE (tenant, policy, route, kind, model, task, language, simulated)) STRICT;
        CREATE TABLE records (
            seq INTEGER PRIMARY KEY, id BLOB NOT NULL, time INTEGER NOT NULL, series INTEGER NOT NULL, outcome TEXT NOT NULL, origin TEXT NOT NULL,
            reasons TEXT NOT NULL, characters INTEGER NOT NULL, cost INTEGER, duration INTEGER NOT NULL) STRICT;
        CREATE UNIQUE INDEX records_id ON records (id);
        CREATE INDEX records_time ON records (time);
        CREATE INDEX records_series ON records (series, time);
        CREATE TABLE details (seq INTEGER PRIMARY KEY, json BLOB NOT NULL) STRICT;
        CREATE TABLE hours (start INTEGER NOT NULL, series INTEGER NOT NULL, sums BLOB NOT NULL, PRIMARY KEY (start, series)) STRICT, WITHOUT ROWID;
        CREATE TABLE spans (level INTEGER NOT NULL, series INTEGER NOT NULL, start INTEGER NOT NULL, sums BLOB NOT NULL, PRIMARY KEY (level, series, start)) STRICT, WITHOUT ROWID;
        CREATE TABLE shadows (
            start INTEGER NOT NULL, tenant TEXT NOT NULL, policy TEXT NOT NULL, candidate TEXT NOT NULL, chosen TEXT NOT NULL, route TEXT NOT NULL,
            simulated INTEGER NOT NULL, requests INTEGER NOT NULL, low INTEGER NOT NULL, likely INTEGER NOT NULL, high INTEGER NOT NULL, unknown INTEGER NOT NULL,
            PRIMARY KEY (start, tenant, policy, candidate, chosen, route, simulated)) STRICT, WITHOUT ROWID;
        CREATE TABLE feedback (
            decision BLOB NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, score REAL NOT NULL, time INTEGER NOT NULL, counted INTEGER NOT NULL,
            PRIMARY KEY (decision, source, kind)) STRICT, WITHOUT ROWID;
        CREATE INDEX feedback_time ON feedback (time);
        CREATE INDEX feedback_early ON feedback (decision) WHERE counted = 0;
        CREATE TABLE comparisons (
            id BLOB PRIMARY KEY, time INTEGER NOT NULL, tenant TEXT NOT NULL, policy TEXT NOT NULL, route TEXT NOT NULL, task TEXT NOT NULL,
            language TEXT NOT NULL, simulated INTEGER NOT NULL, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX comparisons_time ON comparisons (time);
        CREATE TABLE policies (version TEXT PRIMARY KEY, first_seen INTEGER NOT NULL, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE texts (decision BLOB PRIMARY KEY, time INTEGER NOT NULL, prompt TEXT NOT NULL, answer TEXT) STRICT, WITHOUT ROWID;
        CREATE TABLE documents (name TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE marks (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """,
        """
        ALTER TABLE comparisons ADD COLUMN decision BLOB;
        ALTER TABLE comparisons ADD COLUMN shadow_cost INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE comparisons ADD COLUMN shadow_known INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE comparisons ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;
        CREATE INDEX comparisons_early ON comparisons (decision) WHERE counted = 0;
        """,
    ];

    /// <summary>Brings a file to the current version.</summary>
    /// <exception cref="InvalidDataException">The file is another application's, or of a later version.</exception>
    public static void Migrate(SqliteConnection connection, string place)
    {
        var version = Check(connection, place);
        if (version == Version)
        {
            return;
        }

        if (version == 0)
        {
            // Both hold only for a file without tables. Large pages keep several details on one.
            connection.Execute("PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL;");
        }

        connection.Execute("PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        version = Check(connection, place);
        for (var next = version; next < Version; next++)
        {
            connection.Execute(Migrations[next]);
            if (next == ComparisonCosts && version > 0)
            {
                SqlComparisons.FillCosts(connection);
            }
        }

        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};"));
        transaction.Commit();
    }

    /// <summary>Reads a file's version; 0 for a new one.</summary>
    /// <exception cref="InvalidDataException">The file is another application's, or of a later version.</exception>
    public static int Check(SqliteConnection connection, string place)
    {
        var version = (int)connection.Scalar("PRAGMA user_version;");
        var application = connection.Scalar("PRAGMA application_id;");
        var isNew = version == 0 && application == 0 && connection.Scalar("SELECT COUNT(*) FROM sqlite_master;") == 0;
        if (!isNew && application != ApplicationId)
        {
            throw new InvalidDataException($"'{place}' is a SQLite database of another application. Fix: name a file that LanguageRouter.Review made, or one that does not exist yet.");
        }

        return version <= Version ? version
            : throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"The store '{place}' has schema version {version}, this library knows up to {Version}. Fix: update LanguageRouter.Review; a newer file is never changed back."));
    }
}
