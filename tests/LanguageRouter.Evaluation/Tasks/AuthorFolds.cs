using System.Globalization;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>What the model makes of the requests of an author whom it was trained without: each author left out in turn.</summary>
internal static class AuthorFolds
{
    private static readonly TaskKind[] Kinds = Enum.GetValues<TaskKind>();

    public static void Report(TrainingSet set)
    {
        var total = new Tally();
        var asked = new List<float>();
        var rewriting = new List<float>();
        var others = new List<float>();
        foreach (var author in set.Authors.ToList())
        {
            var left = set.Samples.Where(sample => sample.Author == author).ToList();
            var trainer = set.Without(author).Train(out var keys);
            _ = trainer.Round();
            RunSelection.Assign(left, keys);
            var (wording, plain) = (new List<float>(), new List<float>());
            var scores = new float[TaskModel.Kinds];
            foreach (var sample in left)
            {
                trainer.Score(sample, scores);
                total.Add(sample.Kind, TaskVerdict.Of(sample.Phrases, sample.HasChoices, sample.IsWide, scores).Kind);
                if (sample.Kind is not TaskKind.Readings)
                {
                    // The verdict has turned the scores into probabilities.
                    var guarded = TaskVerdict.Guarded(scores, sample.IsWide);
                    (sample.Kind is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay ? wording : plain).Add(guarded);
                    if (sample.Kind is TaskKind.Rewriting)
                    {
                        rewriting.Add(guarded);
                    }
                }
            }

            Print(author, wording, plain);
            asked.AddRange(wording);
            others.AddRange(plain);
        }

        Print("all authors", asked, others);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"requests to rewrite protected {Share(rewriting):0.000} of {rewriting.Count}"));
        foreach (var share in new[] { 0.98, 0.985, 0.99 })
        {
            var threshold = asked.Order().ElementAt((int)(asked.Count * (1 - share)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{share:0.0 %} of the requests about wording are protected at {threshold:0.000}, and {(double)others.Count(value => value >= threshold) / others.Count:0.0 %} of the others; {(double)rewriting.Count(value => value >= threshold) / rewriting.Count:0.0 %} of those to rewrite"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {total.Accuracy:0.000}, macro-F1 {total.MacroF1(Kinds):0.000}; {total.Confusions()}"));
        foreach (var kind in Kinds)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-18} n {total.Gold(kind),5}  precision {total.Precision(kind):0.000}  recall {total.Recall(kind):0.000}"));
        }
    }

    private static void Print(string name, List<float> wording, List<float> plain) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-12} requests about wording protected {Share(wording):0.000} of {wording.Count}, others without need {Share(plain):0.000} of {plain.Count}"));

    private static double Share(List<float> guarded) => (double)guarded.Count(value => value >= TaskVerdict.Protected) / Math.Max(1, guarded.Count);
}
