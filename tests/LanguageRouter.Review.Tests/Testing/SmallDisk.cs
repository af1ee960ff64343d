using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace LanguageRouter.Review.Tests.Testing;

/// <summary>A disk in memory of a given size; the test is skipped where none may be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("language-router-disk-").FullName;

    public static SmallDisk Mount(string options)
    {
        var disk = new SmallDisk();
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk._folder))
        {
            Directory.Delete(disk._folder);
            Assert.Skip("A small disk can only be mounted by root on Linux.");
        }

        return disk;
    }

    public string File(string name) => Path.Combine(_folder, name);

    public void Remount(string options) => Assert.True(Run("mount", "-o", $"remount,{options}", _folder));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Run("umount", "-l", _folder);
        Directory.Delete(_folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
