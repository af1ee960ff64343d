using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>Collects the legs of one request in the order of their start.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class LegLog
{
    private readonly Lock _lock = new();
    private readonly List<PathLeg?> _legs = [];

    /// <summary>Reserves the place of a leg that starts now.</summary>
    public int Start()
    {
        lock (_lock)
        {
            _legs.Add(null);
            return _legs.Count - 1;
        }
    }

    public void End(int place, PathLeg leg)
    {
        lock (_lock)
        {
            _legs[place] = leg;
        }
    }

    public IReadOnlyList<PathLeg> ToList()
    {
        lock (_lock)
        {
            return [.. _legs.OfType<PathLeg>()];
        }
    }

    /// <summary>Sums what the providers of all legs reported; <see langword="null"/> where none did.</summary>
    public UsageDetails? TotalUsage()
    {
        UsageDetails? sum = null;
        foreach (var leg in ToList())
        {
            if (leg.Usage is not null)
            {
                (sum ??= new UsageDetails()).Add(leg.Usage);
            }
        }

        return sum;
    }
}
