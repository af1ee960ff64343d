using CsCheck;
using LanguageRouter.Scoring;
using LanguageRouter.Scoring.Usage;
using LanguageRouter.Tokens;

namespace LanguageRouter.Tests.Scoring.Usage;

public sealed class CountCalibrationTests
{
    [Fact]
    public void NothingLearntChangesNothing()
    {
        var interval = new TokenInterval(10, 20, 40);
        Assert.Equal(interval, default(CountCalibration).Correct(interval));
        Assert.Equal(interval, default(AnswerStatistics).Predict(interval));
        Assert.Equal(700, default(AnswerStatistics).PredictReasoning(700));
    }

    [Fact]
    public void ATemplateOfSomeTokensIsToldFromAnotherTokenizer()
    {
        var calibration = default(CountCalibration);
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var predicted = random.Next(20, 2_000);
            calibration = calibration.With(predicted, (long)(predicted * 1.2 * (0.95 + random.NextDouble() / 10)) + 25);
        }

        var (slope, offset) = calibration.Line;
        Assert.InRange(slope, 1.19, 1.21);
        Assert.InRange(offset, 20, 30);
        Assert.True(calibration.Error < 0.06, $"{calibration.Error}");
    }

    [Fact]
    public void AChangeIsFollowed()
    {
        var calibration = default(CountCalibration);
        for (var i = 0; i < 6_000; i++)
        {
            calibration = calibration.With(1_000, i < 2_000 ? 1_000 : 1_500);
        }

        Assert.InRange(calibration.Correct(TokenInterval.Exact(1_000)).Likely, 1_470, 1_500);
        Assert.Equal(6_000, calibration.Observations);
    }

    [Fact]
    public void OneOddAnswerHardlyMovesWhatIsAssumed()
    {
        var assumed = new TokenInterval(80, 230, 550);
        var predicted = default(AnswerStatistics).With(assumed, assumed, 5_000, reasoning: 100).Predict(assumed);
        Assert.InRange(predicted.Likely, 231, 300);
        Assert.True(predicted.High > assumed.High);
    }

    [Fact]
    public void APackedCostIsTheSameAmount() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 1_000_000], Gen.Int[0, 14]).Sample((tokens, price, decimals) =>
    {
        var usd = tokens * new decimal(price, 0, 0, false, (byte)decimals) * 0.000001m;
        var cost = CostInterval.Of(0, usd, usd);
        Assert.Equal(!PackedCost.Of(cost).TryUnpack(out var unpacked) ? cost : unpacked, cost);
        Assert.False(PackedCost.Of(CostInterval.Unknown("no price")).TryUnpack(out _));
    });
}
