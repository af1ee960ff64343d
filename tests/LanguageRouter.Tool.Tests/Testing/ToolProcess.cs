using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LanguageRouter.Tool.Tests.Testing;

/// <summary>The tool as a process of its own, with its three streams in the test's hands.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;

    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private ToolProcess(Process process)
    {
        _process = process;
        _patience.CancelAfter(TimeSpan.FromMinutes(5));
    }

    // In its own output folder, where what it needs beside it is complete.
    private static string Assembly { get; } = Path.Combine(
        TestFiles.Root, "artifacts", "bin", "LanguageRouter.Tool", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "LanguageRouter.Tool.dll");

    private CancellationToken Token => _patience.Token;

    public static ToolProcess Start(params string[] arguments) => new(Process.Start(new ProcessStartInfo("dotnet", [Assembly, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    })!);

    public async Task WriteAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text.AsMemory(), Token);
        await _process.StandardInput.FlushAsync(Token);
    }

    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Closes the reading end of the tool's output.</summary>
    public void LeaveOutput() => _process.StandardOutput.Close();

    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync(Token);

    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);
    }

    /// <summary>Waits for the end.</summary>
    public async Task<(int ExitCode, string Error)> EndAsync()
    {
        var error = await _process.StandardError.ReadToEndAsync(Token);
        await _process.WaitForExitAsync(Token);
        return (_process.ExitCode, error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _patience.Dispose();
    }
}
