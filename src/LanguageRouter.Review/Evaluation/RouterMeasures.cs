namespace LanguageRouter.Review.Evaluation;

/// <summary>The measures by which routers are compared in publications.</summary>
internal static class RouterMeasures
{
    // RouterArena's ends of cost in USD per 1,000 requests, and its weight of quality against cost: what its own evaluation program takes
    // (github.com/RouteWorks/RouterArena, llm_evaluation; arXiv 2510.00202). A test holds the score to its leaderboard.
    private const double ArenaMost = 200;
    private const double ArenaLeast = 0.0044;
    private const double ArenaBeta = 0.1;

    /// <summary>The area under the non-decreasing convex hull of (cost, quality), divided by the largest cost [RouterBench's AIQ].</summary>
    public static double Aiq(IEnumerable<(double Cost, double Quality)> points)
    {
        var hull = Hull(points);
        double area = 0;
        for (var i = 1; i < hull.Count; i++)
        {
            area += (hull[i].Cost - hull[i - 1].Cost) * (hull[i].Quality + hull[i - 1].Quality) / 2;
        }

        var (least, most) = (hull[0].Cost, hull[^1].Cost);
        return most <= least ? hull[^1].Quality : area / (most - least);
    }

    /// <summary>The share of the way from the weak to the strong single, averaged over the shares of strong calls [RouteLLM's APGR]; NaN where the singles are equal.</summary>
    public static double Apgr(IReadOnlyList<double> qualityByShare, double weak, double strong)
    {
        if (Math.Abs(strong - weak) < 1e-9)
        {
            return double.NaN;
        }

        double area = 0;
        for (var i = 1; i < qualityByShare.Count; i++)
        {
            area += (qualityByShare[i] + qualityByShare[i - 1]) / 2 - weak;
        }

        return area / (qualityByShare.Count - 1) / (strong - weak);
    }

    /// <summary>The least share of strong calls that reaches a share of the way from the weak to the strong single [RouteLLM's CPT]; null where none does.</summary>
    public static double? Cpt(IReadOnlyList<double> qualityByShare, double weak, double strong, double way)
    {
        for (var i = 0; i < qualityByShare.Count; i++)
        {
            if (qualityByShare[i] >= weak + way * (strong - weak) - 1e-12)
            {
                return (double)i / (qualityByShare.Count - 1);
            }
        }

        return null;
    }

    /// <summary>RouterArena's score of a quality (0 to 1) and a cost in USD per 1,000 requests.</summary>
    public static double Arena(double quality, double costPerThousand)
    {
        var cost = Math.Clamp(costPerThousand, ArenaLeast, ArenaMost);
        var cheapness = (Math.Log2(ArenaMost) - Math.Log2(cost)) / (Math.Log2(ArenaMost) - Math.Log2(ArenaLeast));
        var sum = ArenaBeta * quality + cheapness;
        return sum <= 0 ? 0 : (1 + ArenaBeta) * quality * cheapness / sum;
    }

    private static List<(double Cost, double Quality)> Hull(IEnumerable<(double Cost, double Quality)> points)
    {
        var hull = new List<(double Cost, double Quality)>();
        var best = double.NegativeInfinity;
        foreach (var point in points.OrderBy(point => point.Cost).ThenByDescending(point => point.Quality))
        {
            // Paying more for less is never needed: the cheaper point can be had for the same cost.
            var (cost, quality) = (point.Cost, Math.Max(point.Quality, best));
            best = quality;
            if (hull.Count > 0 && hull[^1].Cost.Equals(cost))
            {
                continue;
            }

            while (hull.Count >= 2 && (hull[^1].Quality - hull[^2].Quality) * (cost - hull[^2].Cost) <= (quality - hull[^2].Quality) * (hull[^1].Cost - hull[^2].Cost))
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add((cost, quality));
        }

        return hull;
    }
}
