using System.Text;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Tests.Testing;

namespace LanguageRouter.Review.Tests.Store;

public sealed class RecordJsonTests
{
    [Fact]
    public async Task What_is_written_is_read_back_whole()
    {
        foreach (var record in await Samples.SpreadAsync(200))
        {
            var json = RecordJson.Write(record);
            Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(RecordJson.Write(RecordJson.Read(json))));
        }
    }

    [Fact]
    public async Task A_record_keeps_what_bills_need_to_be_made_again()
    {
        var record = (await Samples.TemplatesAsync()).First(record => record.Answered == "translated");
        var read = RecordJson.Read(RecordJson.Write(record));
        Assert.Equal(record.ActualCost, read.ActualCost);
        Assert.Equal(record.Alternatives, read.Alternatives);
        Assert.Equal(record.CandidateOf("translated")!.Legs, read.CandidateOf("translated")!.Legs);
        Assert.Equal(["translate-in", "answer", "translate-out"], read.Attempts[^1].Calls.Select(call => call.Kind));
        Assert.All(read.Attempts[^1].Calls, call => Assert.True(call.Input > 0 && call.Output > 0));
        Assert.Equal(1, read.Propensity);
        Assert.Equal(StoredRecord.CurrentVersion, read.Version);
    }

    [Fact]
    public async Task A_later_version_is_refused_with_the_fix()
    {
        var record = (await Samples.TemplatesAsync())[0] with { Version = StoredRecord.CurrentVersion + 1 };
        var error = Assert.Throws<InvalidDataException>(() => RecordJson.Read(RecordJson.Write(record)));
        Assert.Contains("update LanguageRouter.Review", error.Message, StringComparison.Ordinal);
    }
}
