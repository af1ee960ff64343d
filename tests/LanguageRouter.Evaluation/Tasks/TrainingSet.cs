using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>What the task kinds are trained on.</summary>
/// <param name="Samples">All texts.</param>
/// <param name="Bare">The texts that runs are chosen by: frames without their material, and requests by other authors.</param>
internal sealed record TrainingSet(IReadOnlyList<TaskSample> Samples, IReadOnlyList<TaskSample> Bare)
{
    // So many runs are tried, so many kept: 12 bytes each in the package.
    private const int Candidates = 80_000;
    private const int Runs = 9_600;

    /// <summary>The authors whose requests a model may be evaluated on when it was trained without them.</summary>
    public IEnumerable<string> Authors => Samples.Select(sample => sample.Author).OfType<string>().Distinct();

    /// <summary>The set without one author.</summary>
    public TrainingSet Without(string author) => new([.. Samples.Where(sample => sample.Author != author)], [.. Bare.Where(sample => sample.Author != author)]);

    /// <summary>Reads the set.</summary>
    public static TrainingSet Read(string folder)
    {
        var slots = new TrainingSlots(Path.Combine(folder, "slots.txt"));
        var samples = new List<TaskSample>();
        var bare = new List<TaskSample>();
        var number = 0;
        foreach (var (kind, frame) in TrainingTexts.Frames(folder))
        {
            var texts = TrainingTexts.Requests(slots, kind, frame).Distinct().ToList();
            samples.AddRange(texts.Select(text => TaskSample.Of(kind, text, number)));
            bare.AddRange(TrainingTexts.Bare(slots, frame).Select(text => TaskSample.Of(kind, text, number)));
            number++;
        }

        // Every word of the topic pools stands in a question or two of its kind, so that no word is left to chance; where the word says nothing, knowledge is the most likely.
        foreach (var (kind, text) in TrainingTexts.TopicQuestions(slots))
        {
            samples.Add(TaskSample.Of(kind, text, number) with { Topic = true, Share = kind switch { TaskKind.Culture => 0.1f, TaskKind.WorldKnowledge => 0.8f, TaskKind.Reasoning => 0.2f, _ => 0.3f } });
            bare.Add(samples[^1]);
            number++;
        }

        // Single requests of our own: questions as examinations put them, with and without their answers, and what people write.
        foreach (var (kind, texts) in TrainingTexts.Single(Path.Combine(folder, "requests.tsv")))
        {
            samples.AddRange(texts.Select(text => TaskSample.Of(kind, text, number) with { Share = 5 }));
            bare.Add(TaskSample.Of(kind, texts[0], number));
            number++;
        }

        // Requests by other authors, as they wrote them.
        foreach (var (author, kind, text) in OtherAuthors(folder))
        {
            samples.Add(TaskSample.Of(kind ?? TaskKind.Unknown, text, number) with { Author = author, NotAboutWording = kind is null, Share = author is null ? 5 : 7 });
            if (kind is not null)
            {
                bare.Add(samples[^1]);
            }

            number++;
        }

        return new TrainingSet(samples, bare);
    }

    /// <summary>Trains a model on the set: a first fit over many runs says which of them are worth their room.</summary>
    /// <param name="keys">The runs that it knows.</param>
    public TaskTrainer Train(out uint[] keys)
    {
        Weigh();
        keys = RunSelection.Select(Bare, Candidates, leastFrames: 2);
        var first = Fit(keys, epochs: 12, fits: 1);
        keys = RunSelection.Prune(keys, first.Sizes(), Samples, Runs);
        return Fit(keys, epochs: 24, fits: 6);
    }

    private TaskTrainer Fit(uint[] keys, int epochs, int fits)
    {
        RunSelection.Assign(Samples, keys);
        var trainer = new TaskTrainer(keys, epochs, fits);
        trainer.Fit(Samples);
        return trainer;
    }

    // A frame counts once however often it was filled, a little more where its slots vary; large kinds count less than their share.
    private void Weigh()
    {
        foreach (var frame in Samples.GroupBy(sample => sample.Frame).Select(frame => frame.ToList()))
        {
            frame.ForEach(sample => sample.Weight = MathF.Pow(frame.Count, -0.6f) * sample.Share);
        }

        foreach (var kind in Samples.Where(sample => !sample.NotAboutWording).GroupBy(sample => sample.Kind).Select(kind => kind.ToList()))
        {
            var share = MathF.Pow(kind.Sum(sample => sample.Weight) / 200, -0.5f);
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
