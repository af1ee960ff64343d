using LanguageRouter.Evaluation.Stickiness;

namespace LanguageRouter.Tests.Stickiness;

public sealed class StickinessSimulationTests
{
    [Fact]
    public async Task RealConversationsCostLessThanWithASwitchAtEveryTurnAndHardlyMoreThanOnTheBestRoute()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "shared", "data");
        if (!Directory.Exists(folder))
        {
            Assert.Skip("Reference data missing: ../shared/data");
        }

        var conversations = ConversationTraffic.Read(path => Path.Combine(folder, path), seed: 1).Take(12).ToList();
        var results = new List<StickinessResult>();
        foreach (var strategy in StickinessSimulation.Strategies)
        {
            results.Add(await StickinessSimulation.RunAsync(conversations, strategy));
        }

        var ours = results[^1];
        Assert.True(ours.CostUsd < 1.02m * results.Take(2).Min(result => result.CostUsd), string.Join('\n', results));
        Assert.True(ours.CostUsd < results[2].CostUsd, string.Join('\n', results));
        Assert.Equal(0, ours.SwitchesInsideTurns);
        Assert.InRange(ours.CachedShare, 0.3, 1);
    }
}
