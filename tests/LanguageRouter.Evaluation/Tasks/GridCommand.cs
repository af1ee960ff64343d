using System.Globalization;
using LanguageRouter.Signals;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

// Scratch.
internal static class GridCommand
{
    private static readonly TaskKind[] Protective = [TaskKind.Translation, TaskKind.Rewriting, TaskKind.Wordplay];

    public static int Run(EvaluationOptions options)
    {
        var folder = options.Rest[0];
        var slots = new TrainingSlots([Path.Combine(folder, "slots.txt"), Path.Combine(folder, "topics.txt")]);
        var bare = new List<TaskSample>();
        var samples = TrainTasksCommand.Samples(folder, slots, bare);
        var names = Enum.GetValues<TaskKind>().ToDictionary(TrainingTexts.KebabCase);
        var sets = TaskSets.All(options).Where(item => item.Development).Select(item => (item, TaskSample.Of(item.Kind, item.Text, 0))).ToList();
        var dev = File.ReadLines("tests/LanguageRouter.Tests/Signals/Tasks/protective-development.tsv").Select(line => line.Split('\t')).Select(row => (row[0], TaskSample.Of(TaskKind.Unknown, row[1].Replace("\\n", "\n", StringComparison.Ordinal), 0))).ToList();
        var blind = File.ReadLines("/tmp/brief/blind-a.tsv").Where(line => line.Contains('\t')).Select(line => line.Split('\t')).Select(row => (names[row[0]], TaskSample.Of(TaskKind.Unknown, row[1].Replace("\\n", "\n", StringComparison.Ordinal), 0))).ToList();
        foreach (var line in options.Rest.Skip(1))
        {
            var v = line.Split(',').Select(x => float.Parse(x, CultureInfo.InvariantCulture)).ToArray();
            var settings = new TrainTasksCommand.Settings((int)v[0], (int)v[1], (int)v[2], v[3], v[4], v[5], v[6]);
            var trainer = TrainTasksCommand.Train(samples, bare, settings, out var keys);
            RunSelection.Assign(sets.Select(s => s.Item2).Concat(dev.Select(d => d.Item2)).Concat(blind.Select(d => d.Item2)), keys);
            var scores = new float[16];
            TaskKind Best(TaskSample s)
            {
                trainer.Score(s, scores);
                return TaskVerdict.Of(s.Phrases, s.HasChoices, scores).Kind;
            }

            var all = new Tally();
            var bySet = new Dictionary<string, Tally>();
            foreach (var (item, sample) in sets)
            {
                var found = Best(sample);
                found = found == item.Also ? item.Kind : found;
                if (!bySet.TryGetValue(item.Set, out var t)) bySet[item.Set] = t = new Tally();
                t.Add(item.Kind, found);
                if (!item.Set.Contains("bare")) all.Add(item.Kind, found);
            }

            var kinds = Enum.GetValues<TaskKind>();
            string Of(string name) => bySet[name].Accuracy.ToString("0.00", CultureInfo.InvariantCulture);
            var a = new Tally();
            foreach (var (kind, s) in blind) a.Add(kind, Best(s));
            if (options.Rest[^1].Contains("errors")) foreach (var (kind, s) in blind.Where(b => Best(b.Item2) != b.Item1)) Console.WriteLine($"  {kind}>{Best(s)}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line}: pooled {all.Accuracy:0.000} F1 {all.MacroF1(kinds.Where(k => all.Gold(k) >= 20)):0.000} jm {Of("jmmlu")} bare {Of("jmmlu (bare question)")} jcq {Of("jcommonsenseqa")} mgsm {Of("mgsm")} jsq {Of("jsquad")} sum {Of("jsquad (summary asked)")} nii {Of("niilc")} mkq {Of("mkqa")} {Of("mkqa (English)")} ins {Of("instruction_ja")} insE {Of("instruction_ja (English)")} | dev {string.Join(' ', dev.GroupBy(d => d.Item1).Select(g => g.Key[..1] + " " + (g.Count(d => g.Key == "None" ? !Protective.Contains(Best(d.Item2)) : Best(d.Item2).ToString() == g.Key) / (double)g.Count()).ToString("0.000", CultureInfo.InvariantCulture)))} | any {string.Join(' ', Protective.Select(k => blind.Where(b => b.Item1 == k).Average(b => Best(b.Item2) is TaskKind.Translation or TaskKind.Rewriting or TaskKind.Wordplay or TaskKind.Readings ? 1.0 : 0).ToString("0.00", CultureInfo.InvariantCulture)))} a {a.Accuracy:0.000} F1 {a.MacroF1(kinds):0.000} T {a.Recall(TaskKind.Translation):0.00} R {a.Recall(TaskKind.Rewriting):0.00} W {a.Recall(TaskKind.Wordplay):0.00} prec {a.Precision(TaskKind.Translation):0.00} {a.Precision(TaskKind.Rewriting):0.00} {a.Precision(TaskKind.Wordplay):0.00}"));
        }

        return 0;
    }
}
