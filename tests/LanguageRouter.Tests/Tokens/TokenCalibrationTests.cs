using LanguageRouter.Tokens;

namespace LanguageRouter.Tests.Tokens;

public sealed class TokenCalibrationTests
{
    [Fact]
    public void An_unknown_key_changes_nothing()
    {
        var estimate = new TokenInterval(10, 20, 40);
        Assert.Equal(estimate, new TokenCalibration().Apply("t/m/ja", estimate));
    }

    [Fact]
    public void A_steady_ratio_is_learnt_and_the_error_falls()
    {
        var calibration = new TokenCalibration();
        for (var i = 0; i < 200; i++)
        {
            calibration.Record("t/m/ja", 100, 130);
        }

        var state = calibration.Get("t/m/ja");
        Assert.Equal(200, state.Count);
        Assert.InRange(state.Ratio, 1.27, 1.3);
        Assert.InRange(state.MeanAbsolutePercentageError, 0.5, 8);
        Assert.InRange(calibration.Apply("t/m/ja", new TokenInterval(50, 100, 400)).Likely, 127, 130);
        Assert.Equal(1, calibration.Get("t/m/en").Ratio);
    }

    [Fact]
    public void A_change_is_followed()
    {
        var state = CalibrationState.Empty;
        for (var i = 0; i < 2_000; i++)
        {
            state = state.With(1_000, 1_000);
        }

        for (var i = 0; i < 3_000; i++)
        {
            state = state.With(1_000, 1_500);
        }

        Assert.InRange(state.Ratio, 1.4, 1.5);
    }

    [Fact]
    public void An_end_is_moved_where_the_likely_value_lies_beyond()
    {
        var calibration = new TokenCalibration();
        for (var i = 0; i < 100; i++)
        {
            calibration.Record("k", 1_000, 3_000);
        }

        var corrected = calibration.Apply("k", new TokenInterval(90, 100, 110));
        Assert.True(corrected.Likely > 250);
        Assert.Equal(corrected.Likely, corrected.High);
        Assert.Equal(TokenInterval.Exact(100), calibration.Apply("k", TokenInterval.Exact(100)));
    }

    [Fact]
    public void Keys_are_bounded_and_the_least_observed_gives_way()
    {
        var calibration = new TokenCalibration(capacity: 3);
        calibration.Record("a", 10, 10);
        calibration.Record("a", 10, 10);
        calibration.Record("b", 10, 10);
        calibration.Record("c", 10, 10);
        calibration.Record("c", 10, 10);
        calibration.Record("d", 10, 10);
        Assert.Equal(3, calibration.KeyCount);
        Assert.Equal(0, calibration.Get("b").Count);
        Assert.Equal(2, calibration.Get("a").Count);
    }

    [Fact]
    public void Observations_of_nothing_are_ignored()
    {
        var calibration = new TokenCalibration();
        calibration.Record("k", 0, 10);
        calibration.Record("k", 10, 0);
        Assert.Equal(0, calibration.KeyCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => CalibrationState.Empty.With(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenCalibration(0));
    }

    [Fact]
    public void Threads_lose_no_observation()
    {
        var calibration = new TokenCalibration();
        Parallel.For(0, 10_000, _ => calibration.Record("k", 10, 11));
        Assert.Equal(10_000, calibration.Get("k").Count);
    }
}
