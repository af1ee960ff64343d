using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using LanguageRouter.Review.Recording;
using LanguageRouter.Review.Tests.Recording;
using LanguageRouter.Review.Tests.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LanguageRouter.Review.Tests.Telemetry;

/// <summary>docs/telemetry.md and the dashboard name what there is, and nothing else.</summary>
public sealed partial class TelemetryDocumentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_instrument_is_documented_with_its_unit_and_the_dashboard_asks_for_none_that_is_not_there()
    {
        var instruments = await InstrumentsAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "telemetry.md"), Token);
        foreach (var (name, unit) in instruments)
        {
            Assert.Contains($"| `{name}` | {unit} |", document, StringComparison.Ordinal);
        }

        var documented = DocumentRow().Matches(document).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(instruments.Keys, name => Assert.Contains(name, documented));

        var dashboard = await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "grafana", "language-router.json"), Token);
        using var json = JsonDocument.Parse(dashboard);
        Assert.True(json.RootElement.GetProperty("panels").GetArrayLength() >= 8);
        var prometheus = documented.Select(name => name.Replace('.', '_')).ToArray();
        Assert.All(
            PrometheusName().Matches(dashboard).Select(match => match.Value).Distinct(),
            asked => Assert.True(prometheus.Any(name => asked == name || asked.StartsWith($"{name}_", StringComparison.Ordinal)), $"{asked} is no metric"));
    }

    private static async Task<Dictionary<string, string?>> InstrumentsAsync()
    {
        using var folder = new TemporaryFolder();
        await using var services = RecordStoreSinkTests.Application(new RecordStoreOptions { SqliteFile = folder.File("records.db") }, services => services.AddMetrics());
        var instruments = new Dictionary<string, string?>(StringComparer.Ordinal);
        var scope = services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "LanguageRouter" && ReferenceEquals(instrument.Meter.Scope, scope))
                {
                    instruments[instrument.Name] = instrument.Unit;
                }
            },
        };
        listener.Start();
        await services.GetRequiredService<LanguageRoutingChatClient>().GetResponseAsync("こんにちは", cancellationToken: Token);
        _ = services.GetRequiredService<RecordStoreSink>();
        return instruments;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        Assert.SkipUnless(folder is not null, "The repository is not around the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `(language_router\.[a-z_.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex DocumentRow();

    [GeneratedRegex(@"(?<=(?:sum|min|increase|rate|delta)\()language_router_[a-z_]+")]
    private static partial Regex PrometheusName();
}
