using LanguageRouter.Routes;
using LanguageRouter.Scoring;
using LanguageRouter.Tokens;

namespace LanguageRouter.PublicApi.Tests;

/// <summary>The published figures of the translated path: gpt-4o (2.5/10) answers, 400 English tokens in, 300 out, Japanese takes 1.57 times the tokens.</summary>
public sealed class GoldenFiguresTests
{
    private static readonly ModelPrices Gpt4o = new() { Input = 2.5m, Output = 10m };
    private static readonly ModelPrices Gpt4oMini = new() { Input = 0.15m, Output = 0.6m };
    private static readonly ModelPrices Haiku = new() { Input = 1m, Output = 5m };

    [Fact]
    public void TranslationSavesTwentySixPercent() => Assert.Equal(0.258, Saving(reasoningTokens: 0), 0.0005);

    [Fact]
    public void HiddenReasoningEatsTheSaving() => Assert.Equal(0.106, Saving(reasoningTokens: 900), 0.0005);

    [Fact]
    public void TheBreakEvenRatioIsOneFourteen() => Assert.Equal(1.14, TranslationBreakEven.TokenRatio(Gpt4o, Gpt4oMini, 0.75), 0.005);

    [Fact]
    public void ADearTranslatorNeedsThreeTimesTheTokensAndLoses()
    {
        Assert.Equal(3.00, TranslationBreakEven.TokenRatio(Gpt4o, Haiku, 0.75), 0.005);
        Assert.True(Bill(translated: true, Haiku, 0).LikelyUsd > Bill(translated: false, Haiku, 0).LikelyUsd);
    }

    [Fact]
    public void TheSameModelAsItsOwnTranslatorNeverPays()
    {
        Assert.Equal(double.PositiveInfinity, TranslationBreakEven.TokenRatio(Gpt4o, Gpt4o, 0.75));
        Assert.True(Bill(translated: true, Gpt4o, 0).LikelyUsd > Bill(translated: false, Gpt4o, 0).LikelyUsd);
    }

    [Fact]
    public void TheBillAndTheClosedFormAgreeAtTheBreakEven()
    {
        var ratio = TranslationBreakEven.TokenRatio(Gpt4o, Gpt4oMini, 0.75);
        Assert.Equal((double)Bill(translated: false, Gpt4oMini, 0, ratio).LikelyUsd, (double)Bill(translated: true, Gpt4oMini, 0, ratio).LikelyUsd, 2e-5);
    }

    [Fact]
    public void AnUnknownPriceMakesTheBillUnknown()
    {
        var bill = Bill(translated: true, ModelPrices.Unknown, 0);
        Assert.False(bill.IsKnown);
        Assert.Contains("translator-model", bill.UnknownBecause, StringComparison.Ordinal);
    }

    private static double Saving(int reasoningTokens) =>
        1 - (double)(Bill(translated: true, Gpt4oMini, reasoningTokens).LikelyUsd / Bill(translated: false, Gpt4oMini, reasoningTokens).LikelyUsd);

    private static CostInterval Bill(bool translated, ModelPrices translatorPrices, int reasoningTokens, double ratio = 1.57)
    {
        var answerer = Model("gpt-4o", Gpt4o) with { ReasoningTokens = reasoningTokens };
        var route = new Route
        {
            Name = "route",
            Kind = translated ? RouteKind.Translated : RouteKind.Direct,
            Model = answerer,
            Translator = translated ? new RouteTranslator { Name = "translator", Model = Model("translator-model", translatorPrices), OverheadTokens = 0 } : null,
        };
        var volumes = new RequestVolumes
        {
            ByTokenizer =
            [
                new("o200k_base", new TokenVolumes
                {
                    Prompt = TokenInterval.Exact((int)Math.Round(400 * ratio)),
                    Answer = TokenInterval.Exact((int)Math.Round(300 * ratio)),
                    EnglishPrompt = TokenInterval.Exact(400),
                    EnglishAnswer = TokenInterval.Exact(300),
                }),
            ],
        };
        return RouteBill.Estimate(route, volumes).Total;
    }

    private static Model Model(string name, ModelPrices prices) => new() { Name = name, ModelId = name, Tokenizer = "o200k_base", Prices = prices };
}
