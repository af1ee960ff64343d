using System.Text;
using System.Text.Json;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Tests.Testing;
using LanguageRouter.Scoring;

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
    public async Task The_writer_writes_what_the_serializer_writes()
    {
        var records = (await Samples.SpreadAsync(200)).ToList();
        records.Add(records[0] with { Tenant = "<あ\"\\\u0001>", Overrides = new StoredOverrides { Route = "direct", CostCeilingUsd = 0.1m, LatencyCeiling = TimeSpan.FromSeconds(2) }, Reasons = default, Candidates = [], Attempts = [], Alternatives = [], Margin = 0 });
        records.Add(new StoredRecord
        {
            Tenant = "", Policy = "p", Mode = "m", Origin = "o", Chosen = "c", Target = "t", Propensity = 0, Signals = new StoredSignals { Language = "ja", AnswerLanguage = "ja", Task = "math", TaskEvidence = "", Register = "r", ResponseFormat = "f", MaxOutputTokens = 0, Confidence = 0.1 },
            Duration = TimeSpan.FromTicks(12_345), TimeToFirstUpdate = TimeSpan.Zero, OwnCost = CostInterval.Unknown("why"), ActualCost = CostInterval.Of(-1, 0, 1),
        });
        foreach (var record in records)
        {
            Assert.Equal(JsonSerializer.Serialize(record, RecordJson.Default.StoredRecord), Encoding.UTF8.GetString(RecordJson.Write(record)));
        }
    }

    [Fact]
    public void An_amount_is_written_as_any_writer_would()
    {
        var random = new Random(23);
        var amounts = Enumerable.Range(0, 20_000)
            .Select(_ => new decimal(random.Next(3) == 0 ? 0 : random.Next(), random.Next(3) == 0 ? random.Next() : 0, random.Next(9) == 0 ? random.Next() : 0, random.Next(2) == 0, (byte)random.Next(29)))
            .Concat([0m, 0.00m, -0m, -0.0m, 1m, 10m, 0.1m, -0.001m, decimal.MaxValue, decimal.MinValue, ulong.MaxValue, 1e-28m]);
        foreach (var amount in amounts)
        {
            Assert.Equal(Text(json => json.WriteNumberValue(amount)), Text(json => DecimalText.Write(json, amount)));
        }

        static string Text(Action<Utf8JsonWriter> write)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartArray();
                write(json);
                write(json);
                json.WriteEndArray();
            }

            return Encoding.UTF8.GetString(stream.ToArray());
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
