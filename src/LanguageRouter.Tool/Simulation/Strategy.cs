using LanguageRouter.Scoring;

namespace LanguageRouter.Tool.Simulation;

/// <summary>What all requests would cost, and how good they are expected to be, under one way of choosing routes.</summary>
internal sealed class Strategy(string name)
{
    private CostTally _cost;
    private double _points;

    public string Name { get; } = name;

    public CostTally Cost => _cost;

    public int Requests { get; private set; }

    /// <summary>How many of the requests the rules exclude from the route that the strategy takes.</summary>
    public int Excluded { get; private set; }

    /// <summary>How many of the requests have no evidence for the quality of the route that the strategy takes.</summary>
    public int Unmeasured { get; private set; }

    /// <summary>The mean expected quality of the requests with evidence, in points against the default route; null where none has any.</summary>
    public double? MeanPoints => Requests == Unmeasured ? null : _points / (Requests - Unmeasured);

    public void Add(RouteScore score)
    {
        Requests++;
        _cost.Add(score.Bill.Total);
        Excluded += score.Exclusion is null ? 0 : 1;
        if (score.Quality.Evidence == QualityEvidence.Unmeasured)
        {
            Unmeasured++;
        }
        else
        {
            _points += score.Quality.Points;
        }
    }

    /// <summary>The likely cost over another strategy's, less 1; null where one of them is not wholly known.</summary>
    public double? CostAgainst(Strategy other) =>
        _cost.IsComplete && other._cost.IsComplete && other._cost.Known.LikelyUsd > 0
            ? (double)(_cost.Known.LikelyUsd / other._cost.Known.LikelyUsd) - 1
            : null;
}
