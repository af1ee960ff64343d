using System.Text;
using System.Text.Json;
using LanguageRouter.Review.Export;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Testing;

namespace LanguageRouter.Review.Tests.Export;

public sealed class RecordExportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_lines_hold_whole_records_and_text_only_when_asked()
    {
        using var folder = new TemporaryFolder();
        await using var store = RecordStores.Sqlite(folder.File("records.db"));
        var records = await Samples.SpreadAsync(120);
        await store.AppendAsync(records, Token);
        await store.AppendTextAsync(new StoredText(records[5].Id, records[5].Time, "[name]さんへ", "はい"), Token);
        foreach (var withText in new[] { false, true })
        {
            using var output = new MemoryStream();
            Assert.Equal(120, await RecordExport.WriteJsonLinesAsync(store, RecordFilter.All, output, withText, Token));
            var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(120, lines.Length);
            Assert.Equal(records.Select(record => record.Id), lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetGuid()));
            Assert.Equal(withText ? 1 : 0, lines.Count(line => JsonDocument.Parse(line).RootElement.TryGetProperty("prompt", out _)));
        }
    }

    [Fact]
    public async Task Csv_has_a_line_a_record_and_no_formula()
    {
        using var folder = new TemporaryFolder();
        await using var store = RecordStores.Sqlite(folder.File("records.db"));
        var records = await Samples.SpreadAsync(30);
        records[0] = records[0] with { Tenant = "=HYPERLINK(\"http://x\",\"a\")" };
        records[1] = records[1] with { Tenant = "line\nbreak, comma" };
        await store.AppendAsync(records, Token);
        using var output = new MemoryStream();
        Assert.Equal(30, await RecordExport.WriteCsvAsync(store, RecordFilter.All, output, Token));
        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("\"line\nbreak, comma\"", text, StringComparison.Ordinal);
        Assert.Equal(31, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+81", "\"'+81\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("plain", "plain")]
    [InlineData("日本", "日本")]
    [InlineData(null, "")]
    public void A_cell_is_safe(string? text, string cell) => Assert.Equal(cell, RecordExport.Cell(text));
}
