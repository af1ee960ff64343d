using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>Counts expected against found kinds.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(TaskKind Expected, TaskKind Found), int> _counts = [];

    public int Count => _counts.Values.Sum();

    public double Accuracy => (double)_counts.Where(pair => pair.Key.Expected == pair.Key.Found).Sum(pair => pair.Value) / Math.Max(1, Count);

    public void Add(TaskKind expected, TaskKind found) => _counts[(expected, found)] = _counts.GetValueOrDefault((expected, found)) + 1;

    public int Gold(TaskKind kind) => _counts.Where(pair => pair.Key.Expected == kind).Sum(pair => pair.Value);

    public double Recall(TaskKind kind) => (double)_counts.GetValueOrDefault((kind, kind)) / Math.Max(1, Gold(kind));

    public double Precision(TaskKind kind) =>
        (double)_counts.GetValueOrDefault((kind, kind)) / Math.Max(1, _counts.Where(pair => pair.Key.Found == kind).Sum(pair => pair.Value));

    /// <summary>The mean F1 of the kinds that are expected at least once.</summary>
    public double MacroF1(IEnumerable<TaskKind> kinds) => kinds.Where(kind => Gold(kind) > 0).Select(F1).DefaultIfEmpty().Average();

    public string Confusions() => string.Join(", ", _counts
        .Where(pair => pair.Key.Expected != pair.Key.Found)
        .OrderByDescending(pair => pair.Value)
        .Take(6)
        .Select(pair => $"{pair.Key.Expected}>{pair.Key.Found} {pair.Value}"));

    private double F1(TaskKind kind)
    {
        var (precision, recall) = (Precision(kind), Recall(kind));
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
