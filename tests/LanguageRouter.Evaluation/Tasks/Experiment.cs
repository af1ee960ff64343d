using System.Globalization;
using System.Reflection;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

internal static class Experiment
{
    private sealed record Scored(string Author, TaskSample Sample, float[] Scores);

    private static readonly HashSet<string> Reextract = ["Share", "Dev", "Topic", "Own"];

    public static int Run(EvaluationOptions options)
    {
        var folder = options.Rest[0];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var set = TrainingSet.Read(folder, new TrainingSettings());
        var dev = TaskSets.All(options).Where(item => item.Development).Select(item => (item, Sample: TaskSample.Of(item.Kind, item.Text, 0))).ToList();
        Console.WriteLine($"{set.Samples.Count} samples {dev.Count} dev {watch.Elapsed.TotalSeconds:0.0}s");
        while (Console.ReadLine() is { } line)
        {
            var settings = new TrainingSettings();
            foreach (var part in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var kv = part.Split('=');
                var property = typeof(TrainingSettings).GetProperty(kv[0]) ?? throw new InvalidOperationException(kv[0]);
                property.SetValue(settings, Convert.ChangeType(kv[1], property.PropertyType, CultureInfo.InvariantCulture));
            }

            watch.Restart();
            var used = set with
            {
                Samples = [.. set.Samples.Select(s => s with { Share = s.Topic ? settings.Topic : s.Author is not null ? settings.Share : s.NotAboutWording || s.Share == 2 ? settings.Dev : settings.Own })],
            };
            var one = One(used, dev, settings);
            Console.WriteLine($"[{line}] {one} ({watch.Elapsed.TotalSeconds:0}s)");
        }

        return 0;
    }

    private static string One(TrainingSet set, List<(TaskItem Item, TaskSample Sample)> dev, TrainingSettings settings)
    {
        var scored = new List<Scored>();
        var kinds = TaskModel.Kinds;
        foreach (var author in set.Authors.ToList())
        {
            if (settings.Fast > 1 ? author != "authors-5" : settings.Fast > 0 && author is not ("blind-b" or "authors-2" or "authors-3" or "authors-5"))
            {
                continue;
            }

            var trainer = set.Without(author).Train(settings, out var keys);
            if (settings.Round > 0)
            {
                trainer.Round();
            }

            var left = set.Samples.Where(s => s.Author == author).ToList();
            RunSelection.Assign(left, keys);
            foreach (var s in left)
            {
                var scores = new float[kinds];
                trainer.Score(s, scores);
                scored.Add(new Scored(author, s, scores));
            }
        }

        // How hard each is to protect: the factor on the thresholds at which it is still protected.
        var bars = scored.Select(s => (s, At: Factor(s.Sample, s.Scores))).ToList();
        var asked = bars.Where(b => b.s.Sample.Kind is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay).Select(b => b.At).Order().ToArray();
        var plain = bars.Where(b => b.s.Sample.Kind is not (TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay or TaskKind.Readings)).ToList();
        var f98 = asked[(int)(asked.Length * 0.02)];
        var f985 = asked[(int)(asked.Length * 0.015)];
        var text = string.Create(CultureInfo.InvariantCulture, $"fpr@98 {plain.Average(b => b.At >= f98 ? 1.0 : 0):0.000} @98.5 {plain.Average(b => b.At >= f985 ? 1.0 : 0):0.000} at1: tpr {asked.Average(a => a >= 1 ? 1.0 : 0):0.000} fpr {plain.Average(b => b.At >= 1 ? 1.0 : 0):0.000} f98 {f98:0.00}");
        TaskVerdict.Scale = f98;
        var tally = new Tally();
        var perAuthor = new List<string>();
        foreach (var group in scored.GroupBy(s => s.Author))
        {
            foreach (var s in group)
            {
                var copy = s.Scores.ToArray();
                tally.Add(s.Sample.Kind, TaskVerdict.Of(s.Sample.Phrases, s.Sample.HasChoices, s.Sample.IsWide, copy).Kind);
            }
        }

        text += string.Create(CultureInfo.InvariantCulture, $" acc {tally.Accuracy:0.000} F1 {tally.MacroF1(Enum.GetValues<TaskKind>()):0.000}");
        // Log loss.
        var loss = scored.Average(s => -Math.Log(Math.Max(1e-9, Probability(s))));
        text += string.Create(CultureInfo.InvariantCulture, $" loss {loss:0.000}");

        var full = set.Train(settings, out var fullKeys);
        if (settings.Round > 0)
        {
            full.Round();
        }

        RunSelection.Assign(dev.Select(d => d.Sample), fullKeys);
        var (whole, others, guarded) = (new Tally(), 0, 0);
        var bare = new Tally();
        foreach (var (item, sample) in dev)
        {
            var scores = new float[kinds];
            full.Score(sample, scores);
            var kind = TaskVerdict.Of(sample.Phrases, sample.HasChoices, sample.IsWide, scores).Kind;
            kind = kind == item.Also ? item.Kind : kind;
            whole.Add(item.Kind, kind);
            if (item.Set.Contains("bare", StringComparison.Ordinal))
            {
                bare.Add(item.Kind, kind);
            }

            if (!IsGuarded(item.Kind) && !(item.Also is { } also && IsGuarded(also)))
            {
                others++;
                guarded += IsGuarded(kind) ? 1 : 0;
            }
        }

        text += string.Create(CultureInfo.InvariantCulture, $" | dev acc {whole.Accuracy:0.000} F1 {whole.MacroF1(Enum.GetValues<TaskKind>().Where(k => whole.Gold(k) >= 20)):0.000} bare {bare.MacroF1(Enum.GetValues<TaskKind>()):0.000} false {(double)guarded / others:0.000} runs {fullKeys.Length}");
        TaskVerdict.Scale = 1;
        text += "\n  dev " + string.Join(" ", Enum.GetValues<TaskKind>().Where(k => whole.Gold(k) > 10).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k} {whole.Gold(k)}:{whole.Precision(k):0.00}/{whole.Recall(k):0.00}"))) + " " + whole.Confusions();
        TaskVerdict.Scale = f98;
        foreach (var form in new[] { 0.02f, 0.05f, 0.1f, 0.15f, 0.2f, 0.3f, 0.4f, 1f })
        {
            TaskVerdict.TrustedForm = form;
            var (t1, t2) = (new Tally(), new Tally());
            foreach (var s in scored)
            {
                t1.Add(s.Sample.Kind, TaskVerdict.Of(s.Sample.Phrases, s.Sample.HasChoices, s.Sample.IsWide, s.Scores.ToArray()).Kind);
            }

            foreach (var (item, sample) in dev)
            {
                var scores = new float[kinds];
                full.Score(sample, scores);
                var kind = TaskVerdict.Of(sample.Phrases, sample.HasChoices, sample.IsWide, scores).Kind;
                t2.Add(item.Kind, kind == item.Also ? item.Kind : kind);
            }

            text += string.Create(CultureInfo.InvariantCulture, $"\n   form {form}: authors {t1.Accuracy:0.000} {t1.MacroF1(Enum.GetValues<TaskKind>()):0.000} dev {t2.Accuracy:0.000} {t2.MacroF1(Enum.GetValues<TaskKind>().Where(k => t2.Gold(k) >= 20)):0.000} {t2.Confusions()}");
        }

        (TaskVerdict.TrustedForm, TaskVerdict.Scale) = (0.02f, 1);
        if (settings.Show > 1)
        {
            foreach (var (item, sample) in dev)
            {
                var scores = new float[kinds];
                full.Score(sample, scores);
                TaskVerdict.Scale = f98;
                var kind = TaskVerdict.Of(sample.Phrases, sample.HasChoices, sample.IsWide, scores).Kind;
                if (kind != item.Kind && kind != item.Also)
                {
                    text += $"\n D {item.Set} {item.Kind} => {kind} phr {sample.Phrases.Kind} {sample.Phrases.Confidence}: {sample.Text[..Math.Min(150, sample.Text.Length)]}";
                }
            }

            TaskVerdict.Scale = 1;
        }

        if (settings.Show > 0)
        {
            foreach (var narrow in new[] { 1.0, 1.5, 2, 3 })
            {
                foreach (var both in new[] { 0.3, 0.55, 1.0 })
                {
                    foreach (var against in new[] { 1.0, 1.67, 3 })
                    {
                        var at = scored.Select(s => (s.Sample, At: Guarded(s.Scores) / ((s.Sample.IsWide ? 1 : narrow) * (TaskVerdict.Class(s.Sample.Phrases, s.Sample.HasChoices) switch { 0 => both, 1 => against, _ => 1 })))).ToList();
                        var a = at.Where(b => b.Sample.Kind is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay).Select(b => b.At).Order().ToArray();
                        var f = a[(int)(a.Length * 0.02)];
                        var devFalse = dev.Where(d => !IsGuarded(d.Item.Kind) && !(d.Item.Also is { } also && IsGuarded(also))).Select(d =>
                        {
                            var scores = new float[kinds];
                            full.Score(d.Sample, scores);
                            return Guarded(scores) / ((d.Sample.IsWide ? 1 : narrow) * (TaskVerdict.Class(d.Sample.Phrases, d.Sample.HasChoices) switch { 0 => both, 1 => against, _ => 1 })) >= f ? 1.0 : 0;
                        }).Average();
                        text += string.Create(CultureInfo.InvariantCulture, $"\n   narrow {narrow} both {both} against {against}: fpr {at.Where(b => !IsGuarded(b.Sample.Kind)).Average(b => b.At >= f ? 1.0 : 0):0.000} dev {devFalse:0.000} at {f:0.000}");
                    }
                }
            }

            text += "\n hardest\n" + string.Join("\n", bars.Where(b => b.s.Sample.Kind is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay).OrderBy(b => b.At).Take(70).Select(b => string.Create(CultureInfo.InvariantCulture, $"   {b.At:0.00} {b.s.Author} {b.s.Sample.Kind} phr {b.s.Sample.Phrases.Kind} {b.s.Sample.Phrases.Confidence}: {b.s.Sample.Text}")));
            text += "\n false\n" + string.Join("\n", bars.Where(b => !IsGuarded(b.s.Sample.Kind)).OrderByDescending(b => b.At).Take(150).Select(b => string.Create(CultureInfo.InvariantCulture, $"   {b.At:0.00} {b.s.Author} {b.s.Sample.Kind} phr {b.s.Sample.Phrases.Kind} {b.s.Sample.Phrases.Confidence}: {b.s.Sample.Text}")));
            text += "\n  " + string.Join(" ", Enum.GetValues<TaskKind>().Select(k => string.Create(CultureInfo.InvariantCulture, $"{k} {tally.Gold(k)}:{tally.Precision(k):0.00}/{tally.Recall(k):0.00}")));
            text += "\n  dev " + string.Join(" ", Enum.GetValues<TaskKind>().Select(k => string.Create(CultureInfo.InvariantCulture, $"{k} {whole.Gold(k)}:{whole.Precision(k):0.00}/{whole.Recall(k):0.00}")));
            foreach (var g in bars.GroupBy(b => b.s.Author))
            {
                var a = g.Where(b => b.s.Sample.Kind is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay).ToList();
                var p = g.Where(b => !IsGuarded(b.s.Sample.Kind)).ToList();
                text += string.Create(CultureInfo.InvariantCulture, $"\n  {g.Key} tpr {a.Average(b => b.At >= f98 ? 1.0 : 0):0.000} fpr {p.Average(b => b.At >= f98 ? 1.0 : 0):0.000} of {a.Count} {p.Count}");
            }
        }

        return text;
    }

    private static double Probability(Scored s)
    {
        var copy = s.Scores.ToArray();
        var max = Math.Max(0, copy.Max());
        var total = Math.Exp(-max) + copy.Sum(x => Math.Exp(x - max));
        return (s.Sample.Kind is TaskKind.Unknown ? Math.Exp(-max) : Math.Exp(copy[(int)s.Sample.Kind - 1] - max)) / total;
    }

    private static double Factor(TaskSample sample, float[] scores)
    {
        var max = Math.Max(0, scores.Max());
        var total = Math.Exp(-max) + scores.Sum(x => Math.Exp(x - max));
        var guarded = new[] { TaskKind.Translation, TaskKind.Rewriting, TaskKind.Wordplay, TaskKind.Readings }.Sum(k => Math.Exp(scores[(int)k - 1] - max)) / total;
        return guarded / TaskVerdict.Bar(sample.Phrases, sample.HasChoices, sample.IsWide);
    }

    private static double Guarded(float[] scores)
    {
        var max = Math.Max(0, scores.Max());
        var total = Math.Exp(-max) + scores.Sum(x => Math.Exp(x - max));
        return new[] { TaskKind.Translation, TaskKind.Rewriting, TaskKind.Wordplay, TaskKind.Readings }.Sum(k => Math.Exp(scores[(int)k - 1] - max)) / total;
    }

    private static bool IsGuarded(TaskKind kind) => kind is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay or TaskKind.Readings;
}
