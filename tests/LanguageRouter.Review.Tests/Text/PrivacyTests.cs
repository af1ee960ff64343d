using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Recording;
using LanguageRouter.Review.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace LanguageRouter.Review.Tests.Text;

/// <summary>Greps the whole store, the log and the telemetry for what was asked and answered.</summary>
public sealed class PrivacyTests
{
    // Long enough to be nobody else's, in both scripts, in every place that a request has.
    private static readonly string[] Marks = ["朝顔市場調査甲乙丙", "QUETZALCOATL-7719", "白鷺城下町物語", "zanzibar.quokka", "鍵盤楽器奏法秘伝"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_text_of_a_request_or_answer_is_anywhere()
    {
        using var folder = new TemporaryFolder();
        var log = new FakeLogCollector();
        var telemetry = new StringBuilder();
        using var activities = Listen(telemetry);
        using var metrics = ListenToMetrics(telemetry);
        await using (var services = RecordStoreSinkTests.Application(
            new RecordStoreOptions { SqliteFile = folder.File("records.db"), KeepTextOf = ["someone-else"] },
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(log)))))
        {
            using var client = services.GetRequiredService<LanguageRoutingChatClient>().AsBuilder().UseRoutingTextRecording().Build(services);
            foreach (var tenant in new[] { "careful", "thrifty", "observing" })
            {
                for (var i = 0; i < 12; i++)
                {
                    ChatMessage[] messages =
                    [
                        new(ChatRole.System, $"{Marks[0]} を手伝う {i}"), new(ChatRole.User, $"前の質問 {Marks[1]}"), new(ChatRole.Assistant, $"前の答え {Marks[2]}"),
                        new(ChatRole.User, i % 3 == 0 ? $"りんごが{i}個と{Marks[3]}があります。全部で何個ですか。" : i % 3 == 1 ? $"{Marks[4]}を要約してください。" : $"Explain {Marks[1]} and {Marks[3]} in two sentences."),
                    ];
                    if (i % 2 == 0)
                    {
                        await client.GetResponseAsync(messages, new ChatOptions().WithRoutingTenant(tenant), Token);
                    }
                    else
                    {
                        await foreach (var _ in client.GetStreamingResponseAsync(messages, new ChatOptions().WithRoutingTenant(tenant), Token))
                        {
                        }
                    }
                }
            }
        }

        await using (var store = RecordStores.Sqlite(folder.File("records.db"), readOnly: true))
        {
            Assert.Equal(36, (await store.ReadExtentAsync(Token)).Records);
        }

        Assert.True(telemetry.Length > 1_000);
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            AssertNone(await File.ReadAllBytesAsync(file, Token), Path.GetFileName(file));
        }

        AssertNone(Encoding.UTF8.GetBytes(telemetry.ToString()), "telemetry");
        AssertNone(Encoding.UTF8.GetBytes(string.Join('\n', log.GetSnapshot().Select(record => $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}"))), "log");
    }

    [Fact]
    public async Task A_tenant_that_opted_in_has_its_text_redacted_and_no_other_tenant_has_any()
    {
        using var folder = new TemporaryFolder();
        await using var services = RecordStoreSinkTests.Application(new RecordStoreOptions { SqliteFile = folder.File("records.db"), KeepTextOf = ["careful"] });
        using var client = services.GetRequiredService<LanguageRoutingChatClient>().AsBuilder().UseRoutingTextRecording().Build(services);
        var kept = await client.GetResponseAsync("田中さん（tanaka@example.com）に謝罪文を書いてください。", new ChatOptions().WithRoutingTenant("careful"), Token);
        var notKept = await client.GetResponseAsync("田中さんに謝罪文を書いてください。", new ChatOptions().WithRoutingTenant("thrifty"), Token);
        await services.GetRequiredService<LanguageRoutingChatClient>().FlushRecordsAsync(Token);
        await services.GetRequiredService<RecordStoreSink>().FlushAsync(Token);
        var store = services.GetRequiredService<IRecordStore>();
        var text = await store.FindTextAsync(kept.GetRoutingDecision()!.Id, Token);
        Assert.Equal("[name]さん（[email]）に謝罪文を書いてください。", text!.Prompt);
        Assert.NotNull(text.Answer);
        Assert.Null(await store.FindTextAsync(notKept.GetRoutingDecision()!.Id, Token));
    }

    private static void AssertNone(byte[] content, string where)
    {
        foreach (var mark in Marks)
        {
            Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) < 0, $"'{mark}' is in the {where}");
            Assert.True(content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(mark)) < 0, $"'{mark}' is in the {where}, in UTF-16");
        }

        // What the stand-ins answer with.
        Assert.True(content.AsSpan().IndexOf("stand-in answer"u8) < 0 && content.AsSpan().IndexOf("代役の回答"u8) < 0, $"an answer is in the {where}");
    }

    private static ActivityListener Listen(StringBuilder telemetry)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "LanguageRouter",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (telemetry)
                {
                    telemetry.AppendLine($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(item => item.Tags))}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener ListenToMetrics(StringBuilder telemetry)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter.Name == "LanguageRouter")
                {
                    meters.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, tags));
        listener.Start();
        return listener;

        void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (telemetry)
            {
                telemetry.AppendLine($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
            }
        }
    }
}
