using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests;

/// <summary>The tool as a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task A_line_is_answered_while_the_input_is_open_and_in_utf8_without_a_byte_order_mark()
    {
        using var tool = ToolProcess.Start("signals", "-i", "-");
        await tool.WriteAsync("{\"id\":\"東京\",\"prompt\":\"こんにちは、元気ですか？\"}\n");
        var line = await tool.ReadLineAsync();
        await tool.WriteAsync("nonsense\n");
        tool.CloseInput();
        var (exitCode, error) = await tool.EndAsync();

        Assert.StartsWith("{\"id\":\"東京\",\"language\":\"ja\"", line, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
        Assert.Contains("line 2: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_leaves_ends_the_run_without_a_stack_trace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The console's stream swallows a broken pipe there.");
        using var tool = ToolProcess.Start("signals", "-i", "-");
        tool.LeaveOutput();
        try
        {
            await tool.WriteAsync(string.Concat(Enumerable.Repeat("{\"prompt\":\"質問です。\"}\n", 2000)));
        }
        catch (IOException)
        {
            // The tool may leave before it has read everything.
        }

        var (exitCode, error) = await tool.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task An_interrupt_ends_it_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var tool = ToolProcess.Start("simulate", "-i", "-", "-o", "-", "-c", TestFiles.RealModels);
        await tool.WriteAsync("{\"id\":1,\"prompt\":\"質問です。\"}\n");
        var line = await tool.ReadLineAsync();
        await tool.InterruptAsync();
        var (exitCode, error) = await tool.EndAsync();

        Assert.NotNull(line);
        Assert.Equal(130, exitCode);
        Assert.Equal("Interrupted.", error.Trim());
    }
}
