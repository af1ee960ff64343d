using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Chooses the runs that the model knows: those that tell kinds apart in more than a few frames, and the ends of each.</summary>
internal static class RunSelection
{
    /// <summary>Selects runs.</summary>
    /// <returns>The keys, by row.</returns>
    public static uint[] Select(IReadOnlyList<TaskSample> samples, int size, int leastFrames)
    {
        // 1. In how many frames of each kind a run stands.
        var counts = new Dictionary<uint, int[]>();
        var ends = new Dictionary<uint, uint>();
        foreach (var frame in samples.GroupBy(sample => sample.Frame))
        {
            var kind = (int)frame.First().Kind;
            foreach (var key in frame.SelectMany(sample => sample.Keys).Distinct())
            {
                if (!counts.TryGetValue(key, out var byKind))
                {
                    counts[key] = byKind = new int[TaskModel.Kinds + 1];
                }

                byKind[kind]++;
            }

            // Each run is reported after its end, except the shortest of a unit.
            foreach (var sample in frame)
            {
                foreach (var (key, end) in sample.Ends)
                {
                    ends[key] = end;
                }
            }
        }

        // 2. The runs that say most, by the likelihood ratio against the shares of the kinds.
        var frames = samples.GroupBy(sample => sample.Frame).Select(frame => (int)frame.First().Kind).ToList();
        var shares = Enumerable.Range(0, TaskModel.Kinds + 1).Select(kind => (double)frames.Count(k => k == kind) / frames.Count).ToArray();
        var best = counts.Where(pair => pair.Value.Sum() >= leastFrames)
            .Select(pair => (pair.Key, Gain: Gain(pair.Value, shares)))
            .OrderByDescending(pair => pair.Gain).ThenBy(pair => pair.Key)
            .Take(size);

        var chosen = new HashSet<uint>();
        foreach (var (key, _) in best)
        {
            AddWithEnds(key, ends, chosen);
        }

        return [.. chosen.Order()];
    }

    public static void Assign(IEnumerable<TaskSample> samples, uint[] keys)
    {
        var rows = keys.Select((key, row) => (key, row)).ToDictionary(pair => pair.key, pair => pair.row);
        foreach (var sample in samples)
        {
            sample.Runs = [.. sample.Keys.Where(rows.ContainsKey).Select(key => rows[key])];
        }
    }

    /// <summary>Keeps the runs to which a first fit gave the most to say, over all texts, and the ends of each.</summary>
    /// <returns>The keys, by row.</returns>
    public static uint[] Prune(uint[] keys, float[] sizes, IReadOnlyList<TaskSample> samples, int size)
    {
        var ends = new Dictionary<uint, uint>();
        var counts = new float[keys.Length];
        foreach (var sample in samples)
        {
            foreach (var (key, end) in sample.Ends)
            {
                ends[key] = end;
            }

            foreach (var row in sample.Runs)
            {
                counts[row] += sample.Weight;
            }
        }

        var chosen = new HashSet<uint>();
        foreach (var row in Enumerable.Range(0, keys.Length).OrderByDescending(row => sizes[row] * MathF.Pow(counts[row], 0.7f)).ThenBy(row => keys[row]))
        {
            // A run brings up to three ends.
            if (chosen.Count + 4 > size)
            {
                break;
            }

            AddWithEnds(keys[row], ends, chosen);
        }

        return [.. chosen.Order()];
    }

    // With each run its end, so that a reader may stop where an end is not known.
    private static void AddWithEnds(uint key, Dictionary<uint, uint> ends, HashSet<uint> chosen)
    {
        for (var run = key; run != 0 && chosen.Add(run) && ends.TryGetValue(run, out var end); run = end)
        {
        }
    }

    private static double Gain(int[] counts, double[] shares)
    {
        var total = counts.Sum();
        var gain = 0.0;
        for (var kind = 0; kind < counts.Length; kind++)
        {
            if (counts[kind] > 0)
            {
                gain += counts[kind] * Math.Log(counts[kind] / (total * shares[kind]));
            }
        }

        return gain;
    }
}
