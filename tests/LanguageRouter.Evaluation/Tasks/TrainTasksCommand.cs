using System.Globalization;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Trains the table of the task kinds: <c>train-tasks FOLDER OUTPUT [--folds]</c>.</summary>
internal static class TrainTasksCommand
{
    public static int Run(EvaluationOptions options)
    {
        var folder = options.Rest[0];
        var slots = new TrainingSlots([Path.Combine(folder, "slots.txt"), Path.Combine(folder, "topics.txt")]);
        var bare = new List<TaskSample>();
        var samples = Samples(folder, slots, bare);
        Console.WriteLine($"{samples.Count} texts of {samples[^1].Frame + 1} frames");
        if (options.Rest.Contains("--folds"))
        {
            Folds(samples, bare);
        }

        File.WriteAllBytes(options.Rest[1], Train(samples, bare, out var keys).Table());
        Console.WriteLine($"{keys.Length} runs");
        return 0;
    }

    private static TaskTrainer Train(IReadOnlyList<TaskSample> samples, IReadOnlyList<TaskSample> bare, out uint[] keys)
    {
        keys = RunSelection.Select(bare, size: 12_000, leastFrames: 3);
        RunSelection.Assign(samples, keys);
        Weigh(samples);
        var trainer = new TaskTrainer(keys, epochs: 20, step: 0.2f, shrink: 1e-4f, keep: 0.6f);
        trainer.Fit(samples);
        return trainer;
    }

    private static List<TaskSample> Samples(string folder, TrainingSlots slots, List<TaskSample> bare)
    {
        var samples = new List<TaskSample>();
        var number = 0;
        foreach (var (kind, frame) in TrainingTexts.Frames(folder))
        {
            var texts = TrainingTexts.Requests(slots, kind, frame).Distinct().ToList();
            samples.AddRange(texts.Select(text => TaskSample.Of(kind, text, number)));
            bare.AddRange(TrainingTexts.Bare(slots, frame).Select(text => TaskSample.Of(kind, text, number)));
            number++;
        }

        // Every word of the topic pools stands in a question or two of its kind, so that no word is left to chance.
        foreach (var (kind, text) in TrainingTexts.TopicQuestions(slots))
        {
            samples.Add(TaskSample.Of(kind, text, number) with { Topic = true, Share = 0.3f });
            bare.Add(samples[^1]);
            number++;
        }

        // Requests by other authors, as they wrote them.
        foreach (var (kind, text) in OtherAuthors(folder))
        {
            samples.Add(TaskSample.Of(kind ?? TaskKind.Unknown, text, number) with { NotAboutWording = kind is null, Share = 2 });
            if (kind is not null)
            {
                bare.Add(samples[^1]);
            }

            number++;
        }

        return samples;
    }

    // A frame counts once however often it was filled, a little more where its slots vary; large kinds count less than their share.
    private static void Weigh(IReadOnlyList<TaskSample> samples)
    {
        foreach (var frame in samples.GroupBy(sample => sample.Frame).Select(frame => frame.ToList()))
        {
            frame.ForEach(sample => sample.Weight = MathF.Pow(frame.Count, -0.6f) * sample.Share);
        }

        foreach (var kind in samples.Where(sample => !sample.NotAboutWording).GroupBy(sample => sample.Kind).Select(kind => kind.ToList()))
        {
            var share = MathF.Pow(kind.Sum(sample => sample.Weight) / 200, -0.5f);
            kind.ForEach(sample => sample.Weight *= share);
        }
    }

    // Requests written for training by people who saw no rule, the blind sets that have served, and the protective requests of development with the mentions beside them.
    private static IEnumerable<(TaskKind? Kind, string Text)> OtherAuthors(string folder)
    {
        var names = Enum.GetValues<TaskKind>().ToDictionary(TrainingTexts.KebabCase, StringComparer.Ordinal);
        string[] files = [Path.Combine(folder, "..", "blind-a.tsv"), Path.Combine(folder, "..", "blind-b.tsv"), .. Directory.GetFiles(folder, "authors-*.tsv").Order(StringComparer.Ordinal)];
        foreach (var row in files.SelectMany(File.ReadLines).Select(line => line.Split('\t')).Where(row => row.Length == 2))
        {
            yield return (names[row[0]], row[1].Replace("\\n", "\n", StringComparison.Ordinal));
        }

        var tests = Path.Combine(folder, "..", "..", "..", "LanguageRouter.Tests", "Signals", "Tasks", "protective-development.tsv");
        foreach (var row in File.ReadLines(tests).Select(line => line.Split('\t')).Where(row => row.Length == 2))
        {
            yield return (row[0] == "None" ? null : Enum.Parse<TaskKind>(row[0]), row[1].Replace("\\n", "\n", StringComparison.Ordinal));
        }
    }

    // Frames left out by fifths: what the model knows of frames that it has not seen, by the same author.
    private static void Folds(List<TaskSample> samples, List<TaskSample> bare)
    {
        var tally = new Tally();
        var others = new Tally();
        var (asked, kept, plain, wrongly) = (0, 0, 0, 0);
        for (var fold = 0; fold < 5; fold++)
        {
            var trainer = Train(samples.Where(sample => sample.Frame % 5 != fold).ToList(), bare.Where(sample => sample.Frame % 5 != fold).ToList(), out var keys);
            RunSelection.Assign(samples, keys);
            var scores = new float[TaskModel.Kinds];
            foreach (var sample in samples.Where(sample => sample.Frame % 5 == fold && !sample.NotAboutWording && !sample.Topic))
            {
                trainer.Score(sample, scores);
                var kind = TaskVerdict.Of(sample.Phrases, sample.HasChoices, sample.IsWide, scores).Kind;
                (sample.Share == 1 ? tally : others).Add(sample.Kind, kind);
                if (sample.Share != 1)
                {
                    var (protective, guarded) = (IsGuarded(sample.Kind), IsGuarded(kind));
                    asked += protective ? 1 : 0;
                    kept += protective && guarded ? 1 : 0;
                    plain += protective ? 0 : 1;
                    wrongly += guarded && !protective ? 1 : 0;
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"frames left out: accuracy {tally.Accuracy:0.000}, macro-F1 {tally.MacroF1(Enum.GetValues<TaskKind>()):0.000}; {tally.Confusions()}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"other authors: accuracy {others.Accuracy:0.000}; recall {others.Recall(TaskKind.Translation):0.000} {others.Recall(TaskKind.Rewriting):0.000} {others.Recall(TaskKind.Wordplay):0.000}; {others.Confusions()}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"other authors: protected {(double)kept / asked:0.000} of {asked}, wrongly {(double)wrongly / plain:0.000} of {plain}"));
        foreach (var kind in Enum.GetValues<TaskKind>())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-18} n {tally.Gold(kind),5}  precision {tally.Precision(kind):0.000}  recall {tally.Recall(kind):0.000}"));
        }
    }

    private static bool IsGuarded(TaskKind kind) => kind is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay or TaskKind.Readings;
}
