using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>A PostgreSQL server of its own for a test class, from the programs that the system has installed; without them the tests are skipped.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("language-router-postgres-").FullName;
    private readonly Lazy<Task<string>> _start;
    private Process? _server;
    private int _databases;

    public PostgreSqlServer() => _start = new Lazy<Task<string>>(StartAsync);

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var address = await _start.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await using var source = NpgsqlDataSource.Create($"{address};Database=postgres");
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return $"{address};Database={name};Maximum Pool Size=8";
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false } server)
        {
            await RunAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
            await server.WaitForExitAsync();
        }

        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private async Task<string> StartAsync()
    {
        if (Programs() is null)
        {
            Assert.Skip("No PostgreSQL server is installed (Debian's package postgresql).");
        }

        // The server does not run as root: the user of Debian's package does, then.
        if (Environment.IsPrivilegedProcess)
        {
            Process.Start("chown", ["-R", "postgres", _folder]).WaitForExit();
        }

        var data = Path.Combine(_folder, "data");
        await RunAsync("initdb", "-D", data, "-U", "router", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var port = FreePort();
        _server = Start("postgres", "-D", data, "-p", port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", _folder, "-c", "fsync=off");
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        var address = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=router");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var source = NpgsqlDataSource.Create($"{address};Database=postgres;Pooling=False");
                await using var connection = await source.OpenConnectionAsync();
                return address;
            }
            catch (NpgsqlException) when (attempt < 200 && !_server.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await output}{await error}");
    }

    private static Process Start(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs()!, program);
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", path, .. arguments] : [path, .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
