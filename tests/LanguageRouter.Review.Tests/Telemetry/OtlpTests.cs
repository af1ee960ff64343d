using System.Collections.Concurrent;
using System.Text;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Tests.Recording;
using LanguageRouter.Review.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LanguageRouter.Review.Tests.Telemetry;

/// <summary>Metrics and traces over the wire, as a collector gets them: OTLP in protobuf over HTTP.</summary>
public sealed class OtlpTests
{
    private const string Prompt = "夜明け前の極秘計画について、光合成の仕組みを説明してください。";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_gets_every_metric_and_both_kinds_of_span()
    {
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        await using var collector = await CollectorAsync(received);
        var address = new Uri(collector.Urls.First());
        using var folder = new TemporaryFolder();
        using (var metrics = Sdk.CreateMeterProviderBuilder().AddMeter("LanguageRouter").AddOtlpExporter(options => Configure(options, address, "v1/metrics")).Build())
        using (var traces = Sdk.CreateTracerProviderBuilder().AddSource("LanguageRouter").AddOtlpExporter(options => Configure(options, address, "v1/traces")).Build())
        {
            await using var services = RecordStoreSinkTests.Application(new RecordStoreOptions { SqliteFile = folder.File("records.db") });
            var client = services.GetRequiredService<LanguageRoutingChatClient>();
            foreach (var tenant in new[] { "careful", "thrifty", "observing" })
            {
                await client.GetResponseAsync(Prompt, new ChatOptions().WithRoutingTenant(tenant), Token);
            }

            await client.FlushRecordsAsync(Token);
            await services.GetRequiredService<RecordStoreSink>().FlushAsync(Token);
            Assert.True(metrics.ForceFlush());
            Assert.True(traces.ForceFlush());
        }

        var spans = Text(received, "/v1/traces");
        foreach (var name in new[] { "route_request", "chat gpt-4o-2024-11-20", "language_router.tenant", "language_router.decision.id", "language_router.route", "gen_ai.request.model", "gen_ai.usage.input_tokens", "careful" })
        {
            Assert.Contains(name, spans, StringComparison.Ordinal);
        }

        var sent = Text(received, "/v1/metrics");
        foreach (var name in new[]
        {
            "language_router.decisions", "language_router.decision.duration", "language_router.attempts", "language_router.cost", "language_router.tokens", "language_router.saving", "language_router.request.duration",
            "language_router.attempt.duration", "language_router.time_to_first_update", "language_router.store.committed", "language_router.store.commit.duration", "language_router.store.queued", "language_router.store.healthy",
        })
        {
            Assert.Contains(name, sent, StringComparison.Ordinal);
        }

        // The tenant belongs to spans alone; the text of a request to nobody.
        Assert.DoesNotContain("language_router.tenant", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("極秘計画", sent + spans, StringComparison.Ordinal);
    }

    private static string Text(IEnumerable<(string Path, byte[] Body)> received, string path)
    {
        var bodies = received.Where(request => request.Path == path).Select(request => Encoding.UTF8.GetString(request.Body)).ToArray();
        Assert.NotEmpty(bodies);
        return string.Concat(bodies);
    }

    private static void Configure(OtlpExporterOptions options, Uri address, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(address, path);
        options.ExportProcessorType = ExportProcessorType.Batch;
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string, byte[])> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.MapPost("/v1/{signal}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            if (context.Request.ContentType != "application/x-protobuf")
            {
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return;
            }

            received.Enqueue((context.Request.Path.Value!, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        await collector.StartAsync();
        return collector;
    }
}
