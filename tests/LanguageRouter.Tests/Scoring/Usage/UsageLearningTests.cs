using System.Globalization;
using System.Text;
using LanguageRouter.Decisions;
using LanguageRouter.Paths;
using LanguageRouter.Policies;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Scoring.Usage;

public sealed class UsageLearningTests
{
    private static readonly ChatMessage[] Question = [new(ChatRole.User, "光合成の仕組みを説明してください。")];

    [Fact]
    public void TheErrorOfInputCountsShrinksAndIsPublished()
    {
        // A provider with another tokenizer and a chat template.
        var (decider, learning) = Fresh();
        for (var i = 0; i < 300; i++)
        {
            Simulated.Learn(learning, Simulated.Record(decider, "acme", Simulated.Text(i), exact => (int)Math.Round(exact * 1.3) + 11, 200));
        }

        var error = Assert.Single(learning.ErrorsOf("acme"), error => error.Call is { Leg: LegKind.Answer });
        Assert.Equal(("frontier", "ja", 300L), (error.Model, error.Language, error.Observations));
        Assert.InRange(error.UncorrectedError, 0.15, 0.6);
        Assert.True(error.Error < error.UncorrectedError / 3, $"{error.Error} of {error.UncorrectedError}");

        var uncorrected = new RoutingDecider(decider.Configuration).Decide(Question, tenant: "acme").ScoreOf("direct")!.Bill.Legs[0].InputTokens.Likely;
        var corrected = decider.Decide(Question, tenant: "acme").ScoreOf("direct")!.Bill.Legs[0].InputTokens.Likely;
        var actual = decider.CountTokens(Question, "o200k_base") * 1.3 + 11;
        Assert.True(Math.Abs(corrected - actual) < Math.Abs(uncorrected - actual) / 3, $"{uncorrected} -> {corrected}, provider {actual}");
    }

    [Fact]
    public void WhatIsWarmIsCorrectedAsTheInputIs()
    {
        // A provider that counts two thirds of the estimate cannot have more than that in its cache.
        var (decider, learning) = Fresh(options => options.Defaults.QualityFloor = -100);
        for (var i = 0; i < 300; i++)
        {
            Simulated.Learn(learning, Simulated.Record(decider, "acme", Simulated.Text(i), exact => exact * 2 / 3, 200));
        }

        ChatMessage[] messages = [new(ChatRole.System, string.Concat(Enumerable.Range(0, 100).Select(Simulated.Text))), .. Question];
        var policy = decider.Configuration.PolicyOf("acme");
        var keep = new KeptRoute(policy.Catalog.Find("direct")!, ConversationScope.Conversation) { WarmTokens = 1_000_000 };
        var decision = RoutingDecider.Decide(
            Guid.Empty, "acme", policy, messages, options: null, RoutingDecider.ReadSignals(messages), new DecisionState { Usage = learning.Of("acme") }, keep);
        var leg = decision.ScoreOf("direct")!.Bill.Legs[0];
        Assert.InRange(leg.CachedInputTokens.Likely, 1_024, leg.InputTokens.Likely);
        Assert.Equal(leg.CachedInputTokens.Likely * (2.5m - 1.25m) / 1_000_000, decision.Switch!.LostCacheUsd);
    }

    [Fact]
    public void AnswersAreLearntByTaskLanguageAndModelAndReasoningApart()
    {
        var (decider, learning) = Fresh();
        var task = decider.Decide(Question, tenant: "acme").Signals.Task;
        for (var i = 0; i < 200; i++)
        {
            Simulated.Learn(learning, Simulated.Record(decider, "acme", Question[0].Text, exact => exact, 3_500 + i % 11 * 20, reasoningTokens: 500));
        }

        var leg = decider.Decide(Question, tenant: "acme").ScoreOf("direct")!.Bill.Legs[0];
        Assert.InRange(leg.OutputTokens.Likely, 2_700, 3_100);
        Assert.InRange(leg.ReasoningTokens, 440, 500);
        var own = Assert.Single(learning.ErrorsOf("acme"), error => error.Task == task && error.Model == "frontier");
        Assert.Equal("ja", own.Language);
        Assert.True(own.Error < own.UncorrectedError / 2, $"{own.Error} of {own.UncorrectedError}");
        Assert.InRange(own.ShareWithinEnds!.Value, 0.9, 1);

        // What the tenant's answers have in common counts for the other routes too; their models' own answers were never seen.
        var untaught = new RoutingDecider(decider.Configuration).Decide(Question).ScoreOf("japanese")!.Bill.Legs[0].OutputTokens.Likely;
        Assert.True(decider.Decide(Question, tenant: "acme").ScoreOf("japanese")!.Bill.Legs[0].OutputTokens.Likely != untaught);
        Assert.Equal(untaught, decider.Decide(Question, tenant: "other").ScoreOf("japanese")!.Bill.Legs[0].OutputTokens.Likely);
    }

    [Fact]
    public void ADecisionChangesOnlyBecauseTheStateDid()
    {
        // Reasoning that nobody configured makes the direct route dear, and translation no cheaper to run.
        var (decider, learning) = Fresh(options => options.Models["local"].OutputPrice = 9.5m);
        var before = Explained(decider);
        Assert.Equal(before, Explained(decider));
        for (var i = 0; i < 100; i++)
        {
            Simulated.Learn(learning, Simulated.Record(decider, "acme", Question[0].Text, exact => exact * 3, 20, reasoningTokens: 4_000));
        }

        var after = Explained(decider);
        Assert.NotEqual(before, after);
        Assert.Equal(after, Explained(decider));
        Assert.Equal(before, Explained(decider, "other"));
        Assert.Equal(before, Explained(new RoutingDecider(decider.Configuration)));
    }

    [Fact]
    public async Task ASnapshotBringsTheSameDecisionsBack()
    {
        var (decider, learning) = Fresh();
        for (var i = 0; i < 80; i++)
        {
            Simulated.Learn(learning, Simulated.Record(decider, i % 2 == 0 ? "acme" : "other", Simulated.Text(i), exact => exact + 30, 100 + i * 5, reasoningTokens: 30));
        }

        using var file = new MemoryStream();
        await learning.ExportAsync(file, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("光合成", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
        file.Position = 0;
        var restarted = new UsageLearning();
        await restarted.ImportAsync(file, TestContext.Current.CancellationToken);
        var again = new RoutingDecider(decider.Configuration, restarted);
        Assert.Equal(Explained(decider), Explained(again));
        Assert.Equal(Explained(decider, "other"), Explained(again, "other"));

        using var second = new MemoryStream();
        await restarted.ExportAsync(second, TestContext.Current.CancellationToken);
        Assert.Equal(file.ToArray(), second.ToArray());
    }

    [Theory]
    [InlineData("nonsense", "line 1")]
    [InlineData("""{"version":9,"tenants":[]}""", "version 9")]
    [InlineData("""{"version":1,"tenants":[{"name":"acme","counts":[{"model":"m","language":"ja","path":"Direct","leg":"Answer","calibration":{"observations":1,"weight":1,"predicted":-4}}]}]}""", "tenant 'acme', model 'm'")]
    [InlineData("""{"version":1,"tenants":[{"name":"acme","answers":[{"model":"m","language":"ja","statistics":{"logs":-1}}]}]}""", "tenant 'acme', model 'm'")]
    public async Task ABadSnapshotIsNamedAndChangesNothing(string json, string named)
    {
        var learning = new UsageLearning();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var exception = await Assert.ThrowsAsync<FormatException>(() => learning.ImportAsync(file, TestContext.Current.CancellationToken));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.Empty(learning.ErrorsOf("acme"));
    }

    [Fact]
    public void WhatCannotBeComparedTeachesNothing()
    {
        var (decider, learning) = Fresh();
        var cut = new ChatOptions { MaxOutputTokens = 100 };
        Simulated.Learn(learning, Simulated.Record(decider, "acme", Question[0].Text, _ => 900_000, 100, options: cut));
        Assert.Empty(learning.ErrorsOf("acme"));
    }

    [Fact]
    public void TenantsAndKeysAreBounded()
    {
        var (decider, learning) = Fresh();
        var record = Simulated.Record(decider, "first", Question[0].Text, exact => exact, 100);
        for (var i = 0; i <= UsageLearning.MostTenants; i++)
        {
            Simulated.Learn(learning, record with { Decision = record.Decision with { Tenant = i.ToString(CultureInfo.InvariantCulture) } });
        }

        Assert.Empty(learning.ErrorsOf("0"));
        Assert.NotEmpty(learning.ErrorsOf("1"));
        Assert.NotEmpty(learning.ErrorsOf(UsageLearning.MostTenants.ToString(CultureInfo.InvariantCulture)));

        var usage = LearntUsage.Empty;
        for (var i = 0; i < LearntUsage.Capacity * 2; i++)
        {
            usage = usage.With(new AnswerKey($"model-{i}", "ja", "", TaskKind.Math), new AnswerStatistics { Observations = i < 10 ? 100 : 1 });
        }

        Assert.Equal(LearntUsage.Capacity, usage.Answers.Count);
        Assert.Contains(new AnswerKey("model-3", "ja", "", TaskKind.Math), usage.Answers.Keys);
    }

    private static (RoutingDecider Decider, UsageLearning Learning) Fresh(Action<RoutingOptions>? change = null)
    {
        var learning = new UsageLearning();
        return (new RoutingDecider(Simulated.Configuration(change), learning), learning);
    }

    private static string Explained(RoutingDecider decider, string tenant = "acme")
    {
        var decision = decider.Decide(Question, tenant: tenant);
        return string.Join('\n', decision.Scores.Select(score => string.Create(
            CultureInfo.InvariantCulture, $"{score.Route.Name} {score.Standing} {score.Bill.Total} {score.Total} {string.Join(' ', score.Bill.Legs.Select(leg => $"{leg.InputTokens} {leg.OutputTokens} {leg.ReasoningTokens}"))}")));
    }
}
