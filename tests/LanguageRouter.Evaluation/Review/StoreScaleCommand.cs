using System.Diagnostics;
using System.Globalization;
using LanguageRouter.Review.Page;
using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Tests.Testing;

namespace LanguageRouter.Evaluation.Review;

/// <summary>Builds a SQLite store of many records, 5 million unless told otherwise, and measures every view of the page and the search by identifier.</summary>
internal static class StoreScaleCommand
{
    public static int Run(EvaluationOptions options)
    {
        var file = options.Rest.Count > 0 ? options.Rest[0] : Path.Combine(Path.GetTempPath(), "language-router-scale.db");
        RunAsync(file, options.Rest.Count > 1 ? int.Parse(options.Rest[1], CultureInfo.InvariantCulture) : 5_000_000).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(string file, int count)
    {
        await using var store = RecordStores.Sqlite(file);
        var start = new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero);
        if ((await store.ReadExtentAsync(CancellationToken.None)).Records == 0)
        {
            StoredRecord[] templates = [.. (await SampleRecords.RouteAsync()).Select(record => record.ToStored(simulated: true))];
            var build = Stopwatch.StartNew();
            foreach (var batch in SampleRecords.Spread(templates, count, start, start.AddDays(90), seed: 5, tenants: 12).Chunk(5_000))
            {
                await store.AppendAsync(batch, CancellationToken.None);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"built in {build.Elapsed.TotalSeconds:0} s, {count / build.Elapsed.TotalSeconds:0} records a second"));
        }

        var extent = await store.ReadExtentAsync(CancellationToken.None);
        var groups = await store.RollUpAsync(new RollupQuery { By = RollupGroups.Tenant | RollupGroups.Policy | RollupGroups.Route | RollupGroups.Task | RollupGroups.Language }, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{extent.Records} records over 90 days, {groups.Count} combinations, {extent.Bytes / 1e9:0.0} GB"));
        var views = new ReviewViews(store, status: null, terms: null, TimeProvider.System);
        foreach (var (view, query) in new[]
        {
            ("overview", "days=90"), ("overview", "days=30"), ("overview", "days=7"), ("overview", "days=2"), ("overview", "days=90&tenant=tenant-00"), ("overview", "days=90&task=math&language=ja"), ("overview", "days=3660"),
            ("decisions", "days=90"), ("decisions", "days=90&tenant=tenant-11"), ("decisions", "days=90&tenant=tenant-11&task=wordplay"), ("decisions", "days=90&route=translated&outcome=failed"), ("decisions", "days=90&reason=hypothetical-is-better"),
            ("decisions", "days=90&tenant=nobody"), ("pipe", "days=90"), ("pipe", "days=2"), ("policies", "days=90"), ("health", "days=90"), ("verdicts", "days=90"),
        })
        {
            var parameters = query.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            var times = new List<double>();
            var processor = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < 7; i++)
            {
                var watch = Stopwatch.StartNew();
                await views.WriteAsync(view, parameters.GetValueOrDefault, CancellationToken.None);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            // On a machine that is busy with other work the time on the clock says little; the processor's does.
            processor = (Environment.CpuUsage.TotalTime - processor) / 7;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{view,-10} {query,-45} first {times[0],6:0} ms, fastest of 7 {times.Min(),6:0} ms, median {times.Order().ElementAt(3),6:0} ms, slowest {times.Max(),6:0} ms, processor {processor.TotalMilliseconds,6:0} ms each"));
        }

        var ids = new List<Guid>();
        for (var day = 1; day < 90; day += 3)
        {
            var page = await store.ListAsync(new RecordFilter { To = start.AddDays(day) }, after: null, 3, CancellationToken.None);
            ids.AddRange(page.Lines.Select(line => line.Id));
        }

        var finds = new List<double>();
        foreach (var id in ids)
        {
            var watch = Stopwatch.StartNew();
            await views.WriteDecisionAsync(id, CancellationToken.None);
            finds.Add(watch.Elapsed.TotalMilliseconds);
        }

        // The first one compiles the code that reads a record.
        var first = finds[0];
        finds.RemoveAt(0);
        finds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"decision by id, {finds.Count} of them: median {finds[finds.Count / 2]:0.0} ms, slowest {finds[^1]:0.0} ms; the first of the process {first:0.0} ms"));
    }
}
