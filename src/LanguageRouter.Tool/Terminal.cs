using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LanguageRouter.Tool;

/// <summary>The streams of a command: those of the process, or a test's.</summary>
internal sealed class Terminal
{
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // A file has no edge: its tables are as wide as they need to be.
    private const int WidthWithoutWindow = 400;

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    public bool OutputIsInteractive { get; init; }

    public bool ErrorIsInteractive { get; init; }

    public int Width { get; init; } = WidthWithoutWindow;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static Terminal OfProcess()
    {
        try
        {
            Console.OutputEncoding = Utf8;
        }
        catch (IOException)
        {
            // There is no console to tell; the streams below are UTF-8 in any case.
        }

        return new Terminal
        {
            Input = Console.OpenStandardInput(),
            Output = StandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
            OutputIsInteractive = !Console.IsOutputRedirected,
            ErrorIsInteractive = !Console.IsErrorRedirected,
            Width = WidthOfWindow(),
        };
    }

    /// <summary>A writer of text to the output, which the caller flushes or disposes; the stream stays open.</summary>
    public StreamWriter OutputText() => new(Output, Utf8, leaveOpen: true) { NewLine = "\n" };

    // The console's own stream swallows a broken pipe, and a run whose reader has left would go on to its end for nobody.
    // Into a file it is the right one: a stream of our own would keep a position of its own, beside the error stream's.
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    private static int WidthOfWindow()
    {
        if (Console.IsOutputRedirected && Console.IsErrorRedirected)
        {
            return WidthWithoutWindow;
        }

        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : WidthWithoutWindow;
        }
        catch (IOException)
        {
            return WidthWithoutWindow;
        }
    }
}
