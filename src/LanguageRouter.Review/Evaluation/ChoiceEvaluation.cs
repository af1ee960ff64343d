using LanguageRouter.Review.Verdicts;

namespace LanguageRouter.Review.Evaluation;

/// <summary>Evaluates choosing between two routes of an outcome table.</summary>
/// <remarks>Every prediction is for a prompt of a fold that nothing was learnt or chosen from. Bootstrap intervals are conditional on the predictions.</remarks>
/// <param name="table">The outcomes of the routes.</param>
/// <param name="folds">In how many parts the prompts are split.</param>
/// <param name="repetitions">How often they are split anew.</param>
/// <param name="seed">Draws the splits and the resamples.</param>
/// <param name="learnFrom">The judge to learn from; null for each in turn.</param>
/// <param name="resamples">How many draws of prompts the intervals are made of.</param>
internal sealed class ChoiceEvaluation(OutcomeTable table, int folds = 20, int repetitions = 5, int seed = 1, string? learnFrom = null, int resamples = 2_000)
{
    public ChoiceResult Run(string one, string other, IGainLearner learner)
    {
        var (cheap, dear) = MeanCost(one) <= MeanCost(other) ? (one, other) : (other, one);
        var directions = (from learn in table.Judges where learnFrom is null || learn == learnFrom from score in table.Judges where learn != score || table.Judges.Count == 1 select (learn, score)).ToArray();
        var runs = new List<Trial>();
        foreach (var (learn, score) in directions)
        {
            var sample = new GainSample(table, learn, cheap, dear);
            for (var repetition = 0; repetition < repetitions; repetition++)
            {
                runs.Add(new Trial(score, CrossValidation.Predict(learner, sample, folds, seed + repetition)));
            }
        }

        var all = Enumerable.Range(0, table.Prompts.Count).ToArray();
        var (gain, above) = Measure(runs, cheap, dear, all);
        var (resampledGains, resampledAboves) = Bootstrap(runs, cheap, dear);
        return new ChoiceResult
        {
            Cheap = cheap,
            Dear = dear,
            Learner = learner.Name,
            Prompts = table.Prompts.Count,
            IsCrossJudged = table.Judges.Count > 1,
            CheapQuality = Mean(runs, cheap, all),
            DearQuality = Mean(runs, dear, all),
            Quality = Better(runs, cheap, dear, all) + gain,
            Gain = Interval(gain, resampledGains),
            OracleGain = directions.Average(direction => Oracle(direction.learn, direction.score, cheap, dear)) - Better(runs, cheap, dear, all),
            Cost = runs.Average(run => all.Average(i => run.Gains[i] > 0 ? table.Cost(dear)[i] : table.Cost(cheap)[i])),
            CheapCost = MeanCost(cheap),
            DearCost = MeanCost(dear),
            Curve = ChoiceCurve.Mean([.. runs.Select(run => Curve(run, cheap, dear, all))]),
            AboveLine = Interval(above, resampledAboves),
        };
    }

    private (double[] Gains, double[] Above) Bootstrap(List<Trial> runs, string cheap, string dear)
    {
        var random = new Random(seed);
        var (gains, aboves) = (new double[resamples], new double[resamples]);
        var sample = new int[table.Prompts.Count];
        for (var i = 0; i < resamples; i++)
        {
            for (var k = 0; k < sample.Length; k++)
            {
                sample[k] = random.Next(sample.Length);
            }

            (gains[i], aboves[i]) = Measure(runs, cheap, dear, sample);
        }

        Array.Sort(gains);
        Array.Sort(aboves);
        return (gains, aboves);
    }

    private (double Gain, double AboveLine) Measure(List<Trial> runs, string cheap, string dear, int[] sample)
    {
        double quality = 0;
        double above = 0;
        foreach (var run in runs)
        {
            var (low, high) = (table.Quality(run.Score, cheap), table.Quality(run.Score, dear));
            foreach (var i in sample)
            {
                quality += run.Gains[i] > 0 ? high[i] : low[i];
            }

            above += Curve(run, cheap, dear, sample).AboveLine();
        }

        return (quality / runs.Count / sample.Length - Better(runs, cheap, dear, sample), above / runs.Count);
    }

    private double Better(List<Trial> runs, string cheap, string dear, int[] sample) => Math.Max(Mean(runs, cheap, sample), Mean(runs, dear, sample));

    // In the opinion of the judges that score.
    private double Mean(List<Trial> runs, string route, int[] sample) => runs.Select(run => run.Score).Distinct().Average(judge => sample.Average(i => table.Quality(judge, route)[i]));

    private ChoiceCurve Curve(Trial run, string cheap, string dear, int[] sample) =>
        ChoiceCurve.Of(run.Gains, (table.Cost(cheap), table.Quality(run.Score, cheap)), (table.Cost(dear), table.Quality(run.Score, dear)), sample);

    private double Oracle(string learn, string score, string cheap, string dear)
    {
        var gains = new GainSample(table, learn, cheap, dear).Gains;
        return Enumerable.Range(0, gains.Length).Average(i =>
        {
            var (low, high) = (table.Quality(score, cheap)[i], table.Quality(score, dear)[i]);
            return gains[i] > 0 ? high : gains[i] < 0 ? low : (low + high) / 2;
        });
    }

    private double MeanCost(string route) => table.Cost(route).Average();

    private static Interval Interval(double estimate, double[] sorted) =>
        new(sorted[(int)(0.025 * sorted.Length)], estimate, sorted[(int)(0.975 * sorted.Length)]);

    private sealed record Trial(string Score, double[] Gains);
}
