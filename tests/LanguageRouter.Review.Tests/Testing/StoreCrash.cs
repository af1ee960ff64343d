using System.Diagnostics;
using System.Globalization;
using LanguageRouter.Review.Store;
using Microsoft.Data.Sqlite;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>Kills a process that writes records, again and again on one file, and looks at what is left.</summary>
internal static class StoreCrash
{
    /// <summary>Runs and kills; returns the acknowledged identifiers.</summary>
    /// <param name="file">The SQLite file.</param>
    /// <param name="kills">How often.</param>
    /// <param name="program">The program that writes to the file and prints every identifier once its record is committed.</param>
    /// <param name="cancellationToken">Stops waiting for the program.</param>
    public static async Task<HashSet<Guid>> RunAsync(string file, int kills, string program, CancellationToken cancellationToken)
    {
        var acknowledged = new HashSet<Guid>();
        var random = new Random(7);
        for (var kill = 0; kill < kills; kill++)
        {
            using var writer = Process.Start(new ProcessStartInfo("dotnet", [program, "store-writer", file]) { RedirectStandardOutput = true })!;
            var target = 500 + random.Next(6_000);
            var seen = 0;
            while (await writer.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                // Everything that reached the pipe before the death counts; a last line may be cut.
                if (Guid.TryParseExact(line, "N", out var id))
                {
                    acknowledged.Add(id);
                }

                if (++seen == target)
                {
                    writer.Kill();
                }
            }

            await writer.WaitForExitAsync(cancellationToken);
            await CheckAsync(file, acknowledged, cancellationToken);
        }

        return acknowledged;
    }

    private static async Task CheckAsync(string file, HashSet<Guid> acknowledged, CancellationToken cancellationToken)
    {
        long count;
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            Require(Text(connection, "PRAGMA integrity_check") == "ok", "the file is damaged");
            Require(Text(connection, "SELECT COUNT(*) - COUNT(DISTINCT id) FROM records") == "0", "a record is there twice");
            Require(Text(connection, "SELECT COUNT(*) FROM records r LEFT JOIN details d ON d.seq = r.seq WHERE d.seq IS NULL") == "0", "a record has no details");
            count = long.Parse(Text(connection, "SELECT COUNT(*) FROM records"), CultureInfo.InvariantCulture);
            var there = new HashSet<Guid>();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT id FROM records";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                there.Add(new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true));
            }

            var lost = acknowledged.Count(id => !there.Contains(id));
            Require(lost == 0, string.Create(CultureInfo.InvariantCulture, $"{lost} of {acknowledged.Count} acknowledged records are gone"));
        }

        // A writer that comes again with what it is not sure of adds nothing twice.
        await using var store = RecordStores.Sqlite(file);
        Require((await store.ReadExtentAsync(cancellationToken)).Records == count, "the rollups do not add up to the records");
        var again = new List<Records.StoredRecord>();
        foreach (var id in acknowledged.Take(50))
        {
            again.Add((await store.FindAsync(id, cancellationToken))!);
        }

        Require(await store.AppendAsync(again, cancellationToken) == 0, "a record was added twice");
    }

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"After a kill: {otherwise}.");
        }
    }
}
