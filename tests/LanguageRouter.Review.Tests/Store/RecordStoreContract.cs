using LanguageRouter.Review.Records;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Store.Rollups;
using LanguageRouter.Review.Tests.Testing;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Tests.Store;

/// <summary>What every store must do.</summary>
public abstract class RecordStoreContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An empty store of its own for each test.</summary>
    protected abstract Task<IRecordStore> OpenAsync();

    [Fact]
    public async Task A_record_is_found_by_its_decision()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(300);
        Assert.Equal(300, await store.AppendAsync(records, Token));
        foreach (var record in records.Take(20))
        {
            Assert.Equal(RecordJson.Write(record), RecordJson.Write((await store.FindAsync(record.Id, Token))!));
        }

        Assert.Null(await store.FindAsync(Guid.NewGuid(), Token));
    }

    [Fact]
    public async Task The_same_records_again_change_nothing()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(500);
        await store.AppendAsync(records[..300], Token);
        var before = await TotalsAsync(store);
        Assert.Equal(0, await store.AppendAsync(records[..300], Token));
        Assert.Equal(before, await TotalsAsync(store));
        Assert.Equal(200, await store.AppendAsync(records, Token));
        Assert.Equal(500, (await TotalsAsync(store))[(int)RollupSum.Requests]);
        Assert.Equal(1, await store.AppendAsync([records[0] with { Id = Guid.NewGuid() }, records[0]], Token));
    }

    [Fact]
    public async Task Rollups_are_the_sums_over_the_records_in_every_width_and_group()
    {
        await using var store = await OpenAsync();

        // Eighty days: two months are over, the days of the third are made, its last two are in hours. Some records arrive weeks late.
        var records = await Samples.SpreadAsync(4_000, days: 80);
        var late = records.Where((_, i) => i % 37 == 0).ToArray();
        foreach (var batch in records.Except(late).Chunk(400).Append(late))
        {
            await store.AppendAsync(batch, Token);
        }

        foreach (var (from, to) in new[] { (0.0, 80.0), (11.1, 71.3), (2.4, 2.9), (40, 41), (79, 80) })
        {
            foreach (var by in new[] { RollupGroups.None, RollupGroups.Route | RollupGroups.Simulated, RollupGroups.Tenant | RollupGroups.Task | RollupGroups.Language })
            {
                foreach (TimeSpan? step in new TimeSpan?[] { null, TimeSpan.FromDays(1), TimeSpan.FromHours(1) })
                {
                    await AssertRollupAsync(store, records, Samples.Start.AddDays(from), Samples.Start.AddDays(to), by, step);
                }
            }
        }
    }

    [Fact]
    public async Task Rollups_take_filters()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(2_000, days: 70);
        await store.AppendAsync(records, Token);
        foreach (var filter in new[] { new RecordFilter { Tenant = "careful" }, new RecordFilter { Route = "translated", Task = "math" }, new RecordFilter { Language = "zh", Kind = "direct" }, new RecordFilter { Simulated = false }, new RecordFilter { Tenant = "x' OR 1=1 --" } })
        {
            var rollups = await store.RollUpAsync(new RollupQuery { Filter = filter }, Token);
            Assert.Equal(records.Count(record => Matches(record, filter)), rollups.Sum(rollup => rollup[RollupSum.Requests]));
        }
    }

    [Fact]
    public async Task A_list_gives_every_record_once_the_newest_first()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(1_000, days: 20);
        await store.AppendAsync(records, Token);
        foreach (var filter in new[] { RecordFilter.All, new RecordFilter { Tenant = "thrifty", Outcome = "failed" }, new RecordFilter { Task = "code" }, new RecordFilter { Reason = "observed" }, new RecordFilter { From = Samples.Start.AddDays(3), To = Samples.Start.AddDays(5) } })
        {
            var seen = new List<Guid>();
            string? next = null;
            do
            {
                var page = await store.ListAsync(filter, next, 70, Token);
                seen.AddRange(page.Lines.Select(line => line.Id));
                next = page.Next;
            }
            while (next is not null);
            Assert.Equal(records.Where(record => Matches(record, filter)).OrderByDescending(record => record.Time.ToUnixTimeMilliseconds()).Select(record => record.Id), seen);
        }

        await Assert.ThrowsAsync<FormatException>(async () => await store.ListAsync(RecordFilter.All, "nonsense", 10, Token));
    }

    [Fact]
    public async Task Records_are_read_as_a_stream_the_oldest_first()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(600);
        await store.AppendAsync([.. records.Reverse()], Token);
        var filter = new RecordFilter { Tenant = "careful", From = Samples.Start.AddDays(5) };
        var read = await store.ReadAsync(filter, Token).Select(record => record.Id).ToListAsync(Token);
        Assert.Equal(records.Where(record => Matches(record, filter)).Select(record => record.Id), read);
    }

    [Fact]
    public async Task Feedback_counts_once_whether_early_late_or_repeated()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(200, days: 60);
        var early = Feedback(records[150], "user", 1);
        Assert.False(await store.AppendFeedbackAsync(early, Token));
        await store.AppendAsync(records[..100], Token);
        Assert.True(await store.AppendFeedbackAsync(Feedback(records[3], "user", 0.25), Token));
        Assert.True(await store.AppendFeedbackAsync(Feedback(records[3], "user", 0.75, minutes: 5), Token));
        Assert.True(await store.AppendFeedbackAsync(Feedback(records[3], "user", 0.1, minutes: 1), Token)); // said before the one that is there
        Assert.True(await store.AppendFeedbackAsync(Feedback(records[3], "judge", 0.5), Token));
        await store.AppendAsync(records[100..], Token);
        var totals = await TotalsAsync(store);
        Assert.Equal(3, totals[(int)RollupSum.Feedbacks]);
        Assert.Equal(2_250_000, totals[(int)RollupSum.FeedbackScore]);
        Assert.Equal(3, (await store.ReadFeedbackAsync(cancellationToken: Token).ToListAsync(Token)).Count);
        Assert.Equal(0.75, (await store.ReadFeedbackAsync(decisionId: records[3].Id, cancellationToken: Token).ToListAsync(Token)).Single(feedback => feedback.Source == "user").Score);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await store.AppendFeedbackAsync(Feedback(records[0], "user", 1.5), Token));
    }

    [Fact]
    public async Task Shadow_choices_are_summed_up()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(480);
        await store.AppendAsync(records[..300], Token);
        await store.AppendAsync(records[300..], Token);
        var shadows = await store.RollUpShadowsAsync(RecordFilter.All, Token);
        Assert.Equal(120, shadows.Sum(shadow => shadow.Requests));
        Assert.Equal(
            records.Where(record => record.Shadow is not null).Sum(record => record.Shadow!.CostDifference.LikelyUsd),
            shadows.Sum(shadow => shadow.CostDifference.LikelyUsd));
    }

    [Fact]
    public async Task Policies_comparisons_texts_and_documents_are_kept()
    {
        await using var store = await OpenAsync();
        var routed = await SampleRecords.RouteAsync();
        var policy = PolicyMapping.PolicyOf(routed[0].Decision, Samples.Start);
        await store.AppendPoliciesAsync([policy, policy with { FirstSeen = Samples.Start.AddDays(1) }], Token);
        var kept = Assert.Single(await store.ReadPoliciesAsync(Token));
        Assert.Equal(2.5m, kept.ModelOf("gpt-4o")!.InputPrice);
        Assert.Equal("direct", kept.Default);

        var comparison = new StoredComparison { Id = Guid.NewGuid(), DecisionId = Guid.NewGuid(), Time = Samples.Start, Tenant = "careful", Policy = "p", Language = "ja", Task = "math", Route = "direct", Other = "translated", Score = 0.5, Judge = "j", Cost = CostInterval.Exact(0.001m), OtherCost = CostInterval.Unknown("no usage") };
        await store.AppendComparisonsAsync([comparison, comparison], Token);
        Assert.Equal(comparison, Assert.Single(await store.ReadComparisonsAsync(new RecordFilter { Tenant = "careful", Task = "math" }, Token).ToListAsync(Token)));
        Assert.Empty(await store.ReadComparisonsAsync(new RecordFilter { Tenant = "other" }, Token).ToListAsync(Token));

        await store.AppendTextAsync(new StoredText(comparison.DecisionId, Samples.Start, "[name]さん", null), Token);
        Assert.Equal("[name]さん", (await store.FindTextAsync(comparison.DecisionId, Token))!.Prompt);
        await store.WriteDocumentAsync("learning", "{\"a\":1}", Token);
        await store.WriteDocumentAsync("learning", "{\"a\":2}", Token);
        Assert.Equal("{\"a\":2}", await store.ReadDocumentAsync("learning", Token));
        await store.WriteDocumentAsync("learning", null, Token);
        Assert.Null(await store.ReadDocumentAsync("learning", Token));
    }

    [Fact]
    public async Task What_shadow_runs_cost_is_summed_up_once_whichever_comes_first()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(300, days: 3);
        var early = records.Take(20).Select(record => Shadow(record, CostInterval.Exact(0.002m), CostInterval.Exact(0.001m))).ToList();
        var late = records.Skip(20).Take(10).Select(record => Shadow(record, CostInterval.Unknown("no usage"), CostInterval.Exact(0.001m))).ToList();
        await store.AppendComparisonsAsync(early, Token);
        Assert.Empty(await store.RollUpAsync(new RollupQuery(), Token));
        await store.AppendAsync(records, Token);
        await store.AppendComparisonsAsync([.. late, .. early], Token);
        await store.AppendAsync(records, Token);
        var total = await TotalsAsync(store);
        Assert.Equal(20 * 3_000_000 + 10 * 1_000_000, total[(int)RollupSum.ShadowCost]);
        Assert.Equal(10, total[(int)RollupSum.ShadowsOfUnknownCost]);
        Assert.Equal(0, total[(int)RollupSum.OwnCost]);
    }

    [Fact]
    public async Task Attempts_that_did_not_answer_are_the_routers_own_cost_and_within_the_whole()
    {
        await using var store = await OpenAsync();
        var record = (await Samples.SpreadAsync(1)).Single();
        await store.AppendAsync([record with { Answered = "direct", ActualCost = CostInterval.Exact(0.003m), OwnCost = CostInterval.Exact(0.001m) }], Token);
        var total = await TotalsAsync(store);
        Assert.Equal((3_000_000, 1_000_000), (total[(int)RollupSum.Cost], total[(int)RollupSum.OwnCost]));
    }

    private static StoredComparison Shadow(StoredRecord record, CostInterval other, CostInterval judge) => new()
    {
        Id = Guid.CreateVersion7(record.Time), DecisionId = record.Id, Time = record.Time, Tenant = record.Tenant, Policy = record.Policy, Language = "ja", Task = "math", Route = "translated", Other = "direct",
        Cost = CostInterval.Exact(0.001m), OtherCost = other, JudgeCost = judge,
    };

    [Fact]
    public async Task Old_records_go_and_their_sums_stay()
    {
        await using var store = await OpenAsync();
        var records = await Samples.SpreadAsync(6_000, days: 60);
        await store.AppendAsync(records, Token);
        var cut = Samples.Start.AddDays(55);
        Assert.Equal(records.Count(record => record.Time < cut), await store.RemoveAsync(cut, rollupsBefore: null, Token));
        Assert.Null(await store.FindAsync(records[0].Id, Token));
        Assert.NotNull(await store.FindAsync(records[^1].Id, Token));
        Assert.Equal(6_000, (await TotalsAsync(store))[(int)RollupSum.Requests]);
        await store.RemoveAsync(null, Samples.Start.AddDays(50), Token);
        Assert.InRange((await TotalsAsync(store))[(int)RollupSum.Requests], 900, 1_100);
    }

    protected static async Task<long[]> TotalsAsync(IRecordStore store)
    {
        var total = Assert.Single(await store.RollUpAsync(new RollupQuery(), Token));
        return [.. Enum.GetValues<RollupSum>().Select(sum => total[sum])];
    }

    private static async Task AssertRollupAsync(IRecordStore store, StoredRecord[] records, DateTimeOffset from, DateTimeOffset to, RollupGroups by, TimeSpan? step)
    {
        var hour = TimeSpan.FromHours(1).Ticks;
        var first = new DateTimeOffset(from.Ticks - from.Ticks % hour, TimeSpan.Zero);
        var expected = records
            .Where(record => record.Time >= first && new DateTimeOffset(record.Time.Ticks - record.Time.Ticks % hour, TimeSpan.Zero) < to)
            .GroupBy(record => (
                Start: step is { } width ? new DateTimeOffset(record.Time.Ticks - record.Time.Ticks % width.Ticks, TimeSpan.Zero) : (DateTimeOffset?)null,
                Tenant: by.HasFlag(RollupGroups.Tenant) ? record.Tenant : null,
                Route: by.HasFlag(RollupGroups.Route) ? Series.RouteOf(record) : null,
                Task: by.HasFlag(RollupGroups.Task) ? record.Signals.Task : null,
                Language: by.HasFlag(RollupGroups.Language) ? record.Signals.Language : null))
            .ToDictionary(group => group.Key, group =>
            {
                var sums = new long[Rollup.SumCount];
                foreach (var record in group)
                {
                    RollupSums.Add(record, sums);
                }

                return string.Join(' ', sums);
            });
        var actual = (await store.RollUpAsync(new RollupQuery { Filter = new RecordFilter { From = from, To = to }, By = by, Step = step }, Token))
            .ToDictionary(rollup => (rollup.Start, rollup.Tenant, rollup.Route, rollup.Task, rollup.Language), rollup => string.Join(' ', Enum.GetValues<RollupSum>().Select(sum => rollup[sum])));
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected, pair => Assert.Equal(pair.Value, actual[pair.Key]));
    }

    protected static StoredFeedback Feedback(StoredRecord record, string source, double score, int minutes = 2) =>
        new() { DecisionId = record.Id, Source = source, Kind = "thumbs", Score = score, Time = record.Time.AddMinutes(minutes) };

    private static bool Matches(StoredRecord record, RecordFilter filter)
    {
        var series = Series.Of(record);
        return (filter.Tenant is null || filter.Tenant == series.Tenant) && (filter.Route is null || filter.Route == series.Route) && (filter.Kind is null || filter.Kind == series.Kind)
            && (filter.Task is null || filter.Task == series.Task) && (filter.Language is null || filter.Language == series.Language)
            && (filter.Simulated is null || filter.Simulated == series.Simulated) && (filter.Outcome is null || filter.Outcome == RollupSums.OutcomeOf(record))
            && (filter.Reason is null || record.Reasons.Contains(filter.Reason)) && (filter.From is null || record.Time >= filter.From) && (filter.To is null || record.Time < filter.To);
    }
}
