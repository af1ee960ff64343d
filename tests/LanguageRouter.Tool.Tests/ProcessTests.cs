using System.Text;
using LanguageRouter.Tool.Tests.Testing;

namespace LanguageRouter.Tool.Tests;

/// <summary>The tool as a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Pipes_carry_utf8_without_a_byte_order_mark()
    {
        using var tool = ToolProcess.Start("signals", "-i", "-");
        await tool.WriteAsync("{\"id\":\"東京\",\"prompt\":\"こんにちは、元気ですか？\"}\nnonsense\n");
        tool.CloseInput();
        var output = await tool.ReadOutputAsync();
        var (exitCode, error) = await tool.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("{\"id\":\"東京\",\"language\":\"ja\"", Encoding.UTF8.GetString(output), StringComparison.Ordinal);
        Assert.Contains("line 2: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_answered_while_the_input_is_still_open()
    {
        using var tool = ToolProcess.Start("simulate", "-i", "-", "-o", "-", "-c", TestFiles.RealModels);
        await tool.WriteAsync("{\"id\":1,\"prompt\":\"質問です。\"}\n");
        var line = await tool.ReadLineAsync();
        tool.CloseInput();
        var (exitCode, error) = await tool.EndAsync();

        Assert.StartsWith("{\"id\":1,", line, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        Assert.Contains("1 requests decided", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_leaves_causes_no_stack_trace()
    {
        using var tool = ToolProcess.Start("signals", "-i", "-");
        tool.LeaveOutput();
        try
        {
            await tool.WriteAsync(string.Concat(Enumerable.Repeat("{\"prompt\":\"質問です。\"}\n", 2000)));
            tool.CloseInput();
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
