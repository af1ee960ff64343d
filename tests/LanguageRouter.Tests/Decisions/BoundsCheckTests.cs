using CsCheck;
using LanguageRouter.Decisions;
using LanguageRouter.Policies;
using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Tests.Testing;
using LanguageRouter.Tests.Tokens.SentencePiece;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tests.Decisions;

public sealed class BoundsCheckTests
{
    private static readonly string[] Parts =
        ["光合成の仕組みを説明してください。", "りんごが12個あります。", "東京都", "the quick brown fox ", "1234567 ", "ﾊﾝｶｸ", "🙂", "値段は", "\n", "データベース", "どうしてですか？"];

    [Fact]
    public void ADecisionByBoundsEqualsTheOneByExactCounts()
    {
        // Prices close to each other, so that the order often hangs on the tokens of the prompt.
        var options = TestRouter.Options();
        options.Defaults.QualityFloor = -100;
        options.Models["local"].InputPrice = 2.2m;
        options.Models["local"].OutputPrice = 8.1m;
        var decider = new RoutingDecider(RoutingConfiguration.Create(options));
        var settled = new HashSet<string>();
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[1, 300].Sample(
            parts =>
            {
                ChatMessage[] messages = [new(ChatRole.User, string.Concat(parts))];
                var decision = decider.Decide(messages);
                lock (settled)
                {
                    settled.UnionWith(decision.Reasons);
                }

                Assert.Equal(ByExactCounts(decider, messages, decision), decision.Chosen.Name);
            },
            iter: 400);
        Assert.Contains(ReasonCodes.SettledByBounds, settled);
    }

    [Fact]
    public void AlsoWithMoreTokenizersThanTheRoomOfADecisionHolds()
    {
        var folder = Directory.CreateTempSubdirectory("router-bounds-").FullName;
        try
        {
            var options = TestRouter.Options();
            (options.Defaults.QualityFloor, options.Defaults.QualityWeight) = (-100, 0);
            (options.Models["local"].InputPrice, options.Models["local"].OutputPrice) = (0.9m, 3);
            foreach (var (name, pieces, price) in new[] { ("kanji", new[] { "光合成", "東京都", "値段" }, 0.8m), ("kana", ["してください", "りんごが", "データベース"], 0.9m), ("latin", ["the", "quick", "brown"], 0.7m) })
            {
                var writer = pieces.Aggregate(new ModelWriter().Specials().BytePieces(), (model, piece) => model.Piece(piece, -1));
                var file = Path.Combine(folder, name + ".model");
                File.WriteAllBytes(file, writer.Normalizer(3, 0).Normalizer(4, 0).ToArray());
                options.Tokenizers[name] = new TokenizerOptions { File = file };
                options.Models[name] = new ModelOptions { Tokenizer = name, InputPrice = price, OutputPrice = 3, ContextWindow = 1_000_000 };
                options.Routes.Add(new RouteOptions { Name = name, Kind = RouteKind.Adapted, Model = name });
            }

            var decider = new RoutingDecider(RoutingConfiguration.Create(options));
            Assert.Equal(5, decider.Configuration.Defaults.Catalog.Tokenizers.Length);
            var chosen = new HashSet<string>();
            var settled = new HashSet<string>();
            Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[1, 100].Sample(
                parts =>
                {
                    ChatMessage[] messages = [new(ChatRole.User, string.Concat(parts))];
                    var decision = decider.Decide(messages);
                    lock (settled)
                    {
                        settled.UnionWith(decision.Reasons);
                        chosen.Add(decision.Chosen.Name);
                    }

                    Assert.Equal(ByExactCounts(decider, messages, decision), decision.Chosen.Name);
                },
                iter: 400);
            Assert.True(chosen.Count > 1, string.Join(", ", chosen));
            Assert.Contains(ReasonCodes.SettledByExactCounts, settled);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void ARequestTooLongToCountSaysThatItIsEstimated()
    {
        var options = TestRouter.Options();
        options.Models["local"].ContextWindow = 400_000;
        options.Defaults.CostCeilingUsd = 1m;
        var decider = new RoutingDecider(RoutingConfiguration.Create(options));
        var decision = decider.Decide([new ChatMessage(ChatRole.User, string.Concat(Enumerable.Repeat("光合成の仕組みを説明してください。", 15_000)))]);
        Assert.DoesNotContain(ReasonCodes.SettledByExactCounts, decision.Reasons);
    }

    private static string ByExactCounts(RoutingDecider decider, ChatMessage[] messages, RoutingDecision decision)
    {
        var policy = decider.Configuration.Defaults;
        var estimated = VolumeEstimator.Estimate(decision.Signals, policy.Catalog.Tokenizers.AsSpan(), null, null);
        var exact = ExactCounts.Of(messages, null, decision.Signals, estimated.View(), policy.Counters)!;
        return DecisionMaker.Choose(policy, RouteScorer.Score(policy, decision.Signals, exact.View(), DecisionState.Empty), null).Chosen.Route.Name;
    }
}
