using System.Globalization;
using LanguageRouter.Review.Store.Sql;
using Npgsql;

namespace LanguageRouter.Review.Store.PostgreSql;

/// <summary>The tables, and the way from every earlier version to the current one. Forward only.</summary>
internal static class PostgreSqlSchema
{
    public static int Version => Migrations.Length;

    // Any two numbers will do, as long as all writers agree.
    public const int LockSpace = 0x4C52;
    public const int MigrationLock = 1;
    public const int ClosingLock = 2;

    // The migration that gives comparisons their cost in a column.
    private const int ComparisonCosts = 1;

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE series (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant TEXT NOT NULL, policy TEXT NOT NULL, route TEXT NOT NULL, kind TEXT NOT NULL, model TEXT NOT NULL,
            task TEXT NOT NULL, language TEXT NOT NULL, simulated BIGINT NOT NULL,
            UNIQUE (tenant, policy, route, kind, model, task, language, simulated));
        CREATE TABLE records (
            seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id BYTEA NOT NULL, time BIGINT NOT NULL, series BIGINT NOT NULL, outcome TEXT NOT NULL, origin TEXT NOT NULL,
            reasons TEXT NOT NULL, characters BIGINT NOT NULL, cost BIGINT, duration BIGINT NOT NULL);
        CREATE UNIQUE INDEX records_id ON records (id);
        CREATE INDEX records_time ON records (time, seq);
        CREATE INDEX records_series ON records (series, time);
        CREATE TABLE details (seq BIGINT PRIMARY KEY, json BYTEA NOT NULL);
        CREATE TABLE hours (start BIGINT NOT NULL, series BIGINT NOT NULL, sums BYTEA NOT NULL, PRIMARY KEY (start, series));
        CREATE TABLE spans (level BIGINT NOT NULL, series BIGINT NOT NULL, start BIGINT NOT NULL, sums BYTEA NOT NULL, PRIMARY KEY (level, series, start));
        CREATE TABLE shadows (
            start BIGINT NOT NULL, tenant TEXT NOT NULL, policy TEXT NOT NULL, candidate TEXT NOT NULL, chosen TEXT NOT NULL, route TEXT NOT NULL, simulated BIGINT NOT NULL,
            requests BIGINT NOT NULL, low BIGINT NOT NULL, likely BIGINT NOT NULL, high BIGINT NOT NULL, unknown BIGINT NOT NULL,
            PRIMARY KEY (start, tenant, policy, candidate, chosen, route, simulated));
        CREATE TABLE feedback (
            decision BYTEA NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, time BIGINT NOT NULL, counted BIGINT NOT NULL,
            PRIMARY KEY (decision, source, kind));
        CREATE INDEX feedback_time ON feedback (time);
        CREATE INDEX feedback_early ON feedback (decision) WHERE counted = 0;
        CREATE TABLE comparisons (
            id BYTEA PRIMARY KEY, time BIGINT NOT NULL, tenant TEXT NOT NULL, policy TEXT NOT NULL, route TEXT NOT NULL, task TEXT NOT NULL, language TEXT NOT NULL,
            simulated BIGINT NOT NULL, json TEXT NOT NULL);
        CREATE INDEX comparisons_time ON comparisons (time);
        CREATE TABLE policies (version TEXT PRIMARY KEY, first_seen BIGINT NOT NULL, json TEXT NOT NULL);
        CREATE TABLE texts (decision BYTEA PRIMARY KEY, time BIGINT NOT NULL, prompt TEXT NOT NULL, answer TEXT);
        CREATE TABLE documents (name TEXT PRIMARY KEY, json TEXT NOT NULL);
        CREATE TABLE marks (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
        """,
        """
        ALTER TABLE comparisons ADD COLUMN decision BYTEA;
        ALTER TABLE comparisons ADD COLUMN shadow_cost BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE comparisons ADD COLUMN shadow_known BIGINT NOT NULL DEFAULT 1;
        ALTER TABLE comparisons ADD COLUMN counted BIGINT NOT NULL DEFAULT 1;
        CREATE INDEX comparisons_early ON comparisons (decision) WHERE counted = 0;
        """,
    ];

    /// <summary>Brings the database to the current version; writers that start together wait for one another.</summary>
    /// <exception cref="InvalidDataException">The schema is of a later version.</exception>
    public static async ValueTask MigrateAsync(NpgsqlConnection connection, string place, CancellationToken cancellationToken)
    {
        using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        connection.Scalar($"SELECT 1 FROM (SELECT pg_advisory_xact_lock({LockSpace}, {MigrationLock})) AS locked");
        connection.Execute("CREATE TABLE IF NOT EXISTS language_router_schema (version BIGINT NOT NULL)");
        var version = (int)connection.Scalar("SELECT COALESCE(MAX(version), 0) FROM language_router_schema");
        if (version > Version)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"The store '{place}' has schema version {version}, this library knows up to {Version}. Fix: update LanguageRouter.Review; a newer schema is never changed back."));
        }

        for (; version < Version; version++)
        {
            connection.Execute(Migrations[version]);
            if (version == ComparisonCosts)
            {
                SqlComparisons.FillCosts(connection);
            }

            connection.Execute("INSERT INTO language_router_schema (version) VALUES (@version)", ("@version", (long)version + 1));
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
