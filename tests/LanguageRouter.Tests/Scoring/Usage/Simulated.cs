using LanguageRouter.Execution;
using LanguageRouter.Paths;
using LanguageRouter.Policies;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Tests.Testing;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Scoring.Usage;

/// <summary>Requests that a simulated provider has answered: it counts as it likes, and its answers are as long as a test says.</summary>
internal static class Simulated
{
    private static readonly string[] Sentences =
        ["光合成の仕組みを説明してください。", "りんごが12個あります。", "東京都の人口は何人ですか。", "データベースの設計について教えてください。", "明日の天気は晴れでしょうか。", "この文章を三行で要約してください。"];

    public static RoutingConfiguration Configuration(Action<RoutingOptions>? change = null)
    {
        var options = TestRouter.Options();
        options.Defaults.QualityFloor = -100;
        change?.Invoke(options);
        return RoutingConfiguration.Create(options);
    }

    public static string Text(int number) => string.Concat(Enumerable.Range(0, 1 + number % 17).Select(i => Sentences[(number * 7 + i * i) % Sentences.Length]));

    /// <summary>A record of a request that the direct route answered.</summary>
    public static RoutingRecord Record(RoutingDecider decider, string tenant, string text, Func<int, int> inputTokens, int outputTokens, int? reasoningTokens = null, ChatOptions? options = null)
    {
        ChatMessage[] messages = [new(ChatRole.User, text)];
        var decision = decider.Decide(messages, options, tenant);
        var route = decision.Scores.First(score => score.Route.Kind == RouteKind.Direct).Route;
        return new RoutingRecord
        {
            Decision = decision,
            Timestamp = DateTimeOffset.UnixEpoch,
            Attempts =
            [
                new RouteAttempt
                {
                    Route = route,
                    Outcome = AttemptOutcome.Succeeded,
                    Duration = TimeSpan.FromSeconds(1),
                    Cost = CostInterval.Exact(0),
                    Legs =
                    [
                        new PathLeg
                        {
                            Kind = LegKind.Answer,
                            Usage = new UsageDetails
                            {
                                InputTokenCount = inputTokens(decider.CountTokens(messages, "o200k_base")),
                                OutputTokenCount = outputTokens,
                                ReasoningTokenCount = reasoningTokens,
                            },
                        },
                    ],
                },
            ],
            Duration = TimeSpan.FromSeconds(1),
            ActualCost = CostInterval.Exact(0),
            CounterfactualCosts = [],
        };
    }

    public static void Learn(UsageLearning learning, RoutingRecord record) => ((IRecordLearner)learning).Learn(record);
}
