using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>What the task kinds are trained on.</summary>
/// <param name="Samples">All texts.</param>
/// <param name="Bare">The texts that runs are chosen by: frames without their material, and requests by other authors.</param>
internal sealed record TrainingSet(IReadOnlyList<TaskSample> Samples, IReadOnlyList<TaskSample> Bare)
{
    /// <summary>The authors whose requests a model may be evaluated on when it was trained without them.</summary>
    public IEnumerable<string> Authors => Samples.Select(sample => sample.Author).OfType<string>().Distinct();

    /// <summary>The set without one author.</summary>
    public TrainingSet Without(string author) => new([.. Samples.Where(sample => sample.Author != author)], [.. Bare.Where(sample => sample.Author != author)]);

    /// <summary>Reads the set.</summary>
    public static TrainingSet Read(string folder, TrainingSettings settings)
    {
        var slots = new TrainingSlots(Path.Combine(folder, "slots.txt"));
        var samples = new List<TaskSample>();
        var bare = new List<TaskSample>();
        var number = 0;
        foreach (var (kind, frame) in TrainingTexts.Frames(folder))
        {
            var texts = TrainingTexts.Requests(slots, kind, frame).Distinct().ToList();
            samples.AddRange(texts.Select(text => TaskSample.Of(kind, text, number) with { Share = settings.Own }));
            bare.AddRange(TrainingTexts.Bare(slots, frame).Select(text => TaskSample.Of(kind, text, number)));
            number++;
        }

        // Every word of the topic pools stands in a question or two of its kind, so that no word is left to chance.
        foreach (var (kind, text) in TrainingTexts.TopicQuestions(slots))
        {
            samples.Add(TaskSample.Of(kind, text, number) with { Topic = true, Share = settings.Topic });
            bare.Add(samples[^1]);
            number++;
        }

        // Requests by other authors, as they wrote them.
        foreach (var (author, kind, text) in OtherAuthors(folder))
        {
            samples.Add(TaskSample.Of(kind ?? TaskKind.Unknown, text, number) with { Author = author, NotAboutWording = kind is null, Share = author is null ? settings.Dev : settings.Share });
            if (kind is not null)
            {
                bare.Add(samples[^1]);
            }

            number++;
        }

        return new TrainingSet(samples, bare);
    }

    /// <summary>Trains a model on the set.</summary>
    public TaskTrainer Train(TrainingSettings settings, out uint[] keys)
    {
        Weigh(settings);
        keys = RunSelection.Select(Bare, settings.Pool > 0 ? settings.Pool : settings.Size, settings.Least);
        RunSelection.Assign(Samples, keys);
        var first = settings.Pool > 0 && settings.PoolEpochs > 0 ? settings with { Epochs = settings.PoolEpochs, Averaged = Math.Min(settings.Averaged, settings.PoolEpochs), Distil = 0 } : settings with { Distil = settings.Pool > 0 ? 0 : settings.Distil };
        var trainer = new TaskTrainer(keys, first);
        trainer.Fit(Samples);
        if (settings.Pool > 0 && settings.Middle > 0)
        {
            keys = RunSelection.Prune(keys, trainer.Sizes(), Samples, settings.Middle, settings.CountPower);
            RunSelection.Assign(Samples, keys);
            trainer = new TaskTrainer(keys, first);
            trainer.Fit(Samples);
        }

        if (settings.Pool > 0)
        {
            if (settings.Distil > 0)
            {
                foreach (var sample in Samples)
                {
                    sample.Teacher = trainer.Probabilities(sample);
                }
            }

            keys = RunSelection.Prune(keys, trainer.Sizes(), Samples, settings.Size, settings.CountPower);
            RunSelection.Assign(Samples, keys);
            trainer = new TaskTrainer(keys, settings);
            trainer.Fit(Samples);
        }

        return trainer;
    }

    // A frame counts once however often it was filled, a little more where its slots vary; large kinds count less than their share.
    private void Weigh(TrainingSettings settings)
    {
        foreach (var frame in Samples.GroupBy(sample => sample.Frame).Select(frame => frame.ToList()))
        {
            frame.ForEach(sample => sample.Weight = MathF.Pow(frame.Count, settings.FramePower) * sample.Share);
        }

        foreach (var kind in Samples.Where(sample => !sample.NotAboutWording).GroupBy(sample => sample.Kind).Select(kind => kind.ToList()))
        {
            var share = MathF.Pow(kind.Sum(sample => sample.Weight) / settings.ClassDiv, settings.ClassPower);
            kind.ForEach(sample => sample.Weight *= share);
        }
    }

    // Requests written for training by people who saw no rule, the blind sets that have served, and the protective requests of development with the mentions beside them.
    private static IEnumerable<(string? Author, TaskKind? Kind, string Text)> OtherAuthors(string folder)
    {
        var names = Enum.GetValues<TaskKind>().ToDictionary(TrainingTexts.KebabCase, StringComparer.Ordinal);
        string[] files = [Path.Combine(folder, "..", "blind-a.tsv"), Path.Combine(folder, "..", "blind-b.tsv"), Path.Combine(folder, "..", "blind-c.tsv"), .. Directory.GetFiles(folder, "authors-*.tsv").Order(StringComparer.Ordinal)];
        foreach (var file in files)
        {
            foreach (var row in File.ReadLines(file).Select(line => line.Split('\t')).Where(row => row.Length == 2))
            {
                yield return (Path.GetFileNameWithoutExtension(file), names[row[0]], row[1].Replace("\\n", "\n", StringComparison.Ordinal));
            }
        }

        var tests = Path.Combine(folder, "..", "..", "..", "LanguageRouter.Tests", "Signals", "Tasks", "protective-development.tsv");
        foreach (var row in File.ReadLines(tests).Select(line => line.Split('\t')).Where(row => row.Length == 2))
        {
            yield return (null, row[0] == "None" ? null : Enum.Parse<TaskKind>(row[0]), row[1].Replace("\\n", "\n", StringComparison.Ordinal));
        }
    }
}
