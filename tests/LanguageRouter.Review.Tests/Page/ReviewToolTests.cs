using System.Text;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Testing;
using LanguageRouter.Tool;

namespace LanguageRouter.Review.Tests.Page;

/// <summary>The commands that read a record store.</summary>
public sealed class ReviewToolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_and_export_write_what_the_store_holds()
    {
        using var folder = new TemporaryFolder();
        await using (var store = RecordStores.Sqlite(folder.File("records.db")))
        {
            await store.AppendAsync(await Samples.SpreadAsync(150), Token);
        }

        var (code, error) = await RunAsync("report", "--store", folder.File("records.db"), "--output", folder.File("report.html"), "--days", "60");
        Assert.True(code == 0, error);
        var html = await File.ReadAllTextAsync(folder.File("report.html"), Token);
        Assert.Contains("Content-Security-Policy", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"", html, StringComparison.Ordinal);

        foreach (var (format, lines) in new[] { ("jsonl", 150), ("csv", 151) })
        {
            (code, error) = await RunAsync("export", "--store", folder.File("records.db"), "--output", folder.File($"records.{format}"), "--format", format);
            Assert.True(code == 0, error);
            Assert.Equal(lines, (await File.ReadAllLinesAsync(folder.File($"records.{format}"), Token)).Length);
        }
    }

    [Fact]
    public async Task What_is_no_store_is_said_with_the_fix()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("notes.txt"), "no database at all, and long enough to be read as the beginning of one, if it were one", Token);
        foreach (var (store, message) in new[] { (folder.File("missing.db"), "There is no record store"), (folder.File("notes.txt"), "cannot be read") })
        {
            foreach (var command in new[] { "review", "report", "export" })
            {
                string[] arguments = command == "review" ? [command, "--store", store] : [command, "--store", store, "--output", folder.File("out")];
                var (code, error) = await RunAsync(arguments);
                Assert.Equal(2, code);
                Assert.Contains(message, error, StringComparison.Ordinal);
            }
        }

        var (usage, text) = await RunAsync("report", "--store", folder.File("notes.txt"), "--output", folder.File("out"), "--days", "0");
        Assert.Equal(2, usage);
        Assert.Contains("--days", text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter(new StringBuilder());
        var code = await ToolCommand.RunAsync(arguments, new Terminal { Input = Stream.Null, Output = output, Error = error });
        return (code, error.ToString());
    }
}
