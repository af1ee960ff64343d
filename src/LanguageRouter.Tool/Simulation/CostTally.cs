using LanguageRouter.Scoring;

namespace LanguageRouter.Tool.Simulation;

/// <summary>Adds up costs, and keeps apart how many were unknown: a sum without them would flatter.</summary>
internal struct CostTally
{
    private CostInterval _known;

    public readonly CostInterval Known => _known;

    public int KnownCount { get; private set; }

    public int UnknownCount { get; private set; }

    public string? UnknownBecause { get; private set; }

    public readonly bool IsComplete => UnknownCount == 0;

    public void Add(in CostInterval cost)
    {
        if (cost.IsKnown)
        {
            _known += cost;
            KnownCount++;
        }
        else
        {
            UnknownCount++;
            UnknownBecause ??= cost.UnknownBecause;
        }
    }
}
