using LanguageRouter.Signals;
using LanguageRouter.Signals.Languages;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>One text as the trainer sees it: its features, its kind, its weight, and the frame that it came from.</summary>
internal sealed record TaskSample(TaskKind Kind, uint[] Keys, int[] Shapes, int Frame)
{
    /// <summary>The rows of the keys that were selected.</summary>
    public int[] Runs { get; set; } = [];

    /// <summary>The shapes as they were if no phrase showed a kind.</summary>
    public int[] ShapesWithoutPhrase => field ??= [.. Shapes.Select(row => row >= TaskShape.FirstPhrase ? TaskShape.FirstPhrase : row)];

    public float Weight { get; set; } = 1;

    public bool Topic { get; init; }

    /// <summary>Whether nothing is known but that it is no request about wording; its kind is then unknown.</summary>
    public bool NotAboutWording { get; init; }

    /// <summary>Who wrote it, where it is no text of this project's own.</summary>
    public string? Author { get; init; }

    /// <summary>How much it counts beside a frame.</summary>
    public float Share { get; init; } = 1;

    public TaskFinding Phrases { get; init; }

    public bool HasChoices { get; init; }

    public bool IsWide { get; init; }

    public static TaskSample Of(TaskKind kind, string text, int frame)
    {
        Span<char> buffer = stackalloc char[Instruction.TextSize];
        Span<PhraseMatch> matches = stackalloc PhraseMatch[Instruction.MostPhrases];
        Span<int> shapes = stackalloc int[TaskShape.Capacity];
        var instruction = Instruction.Read(text, buffer, matches);
        var folded = instruction.Text;
        var keys = new List<uint>();
        var ends = new List<(uint Key, uint End)>();
        var phrases = TaskFinding.None;
        var hasChoices = false;
        if (folded.IsEmpty)
        {
            shapes = [];
        }
        else
        {
            var context = ContextOf(text);
            var choices = ChoiceList.Find(folded);
            hasChoices = choices.IsPresent;
            phrases = PhraseFindings.Of(instruction, choices, context);
            ReadRuns(folded, choices, keys, ends);
            shapes = shapes[..TaskShape.Read(folded, choices, context, phrases, shapes)];
        }

        return new TaskSample(kind, [.. keys], [.. shapes], frame) { Ends = ends, Phrases = phrases, HasChoices = hasChoices, IsWide = TaskKindClassifier.IsWide(folded) };
    }

    /// <summary>What the other signals would know of a turn.</summary>
    public static TaskContext ContextOf(string text)
    {
        var embedded = LanguageDetector.Default.Analyze(text).Embedded;
        return new TaskContext(embedded.HasFlag(EmbeddedContent.Code), embedded.HasFlag(EmbeddedContent.JapaneseLiterals), embedded.HasFlag(EmbeddedContent.Json), 1);
    }

    /// <summary>Each run and the shorter run that it ends in.</summary>
    public IReadOnlyList<(uint Key, uint End)> Ends { get; private init; } = [];

    private static void ReadRuns(ReadOnlySpan<char> folded, ChoiceList choices, List<uint> keys, List<(uint Key, uint End)> ends)
    {
        Span<uint> units = stackalloc uint[TaskUnits.Capacity];
        Span<uint> room = stackalloc uint[UnitRuns.Room];
        var count = TaskUnits.Read(folded, choices, units);
        var hashed = UnitRuns.Of(units, count, room);
        for (var i = TaskUnits.Lead; i < count; i++)
        {
            uint[] runs = [.. TaskUnits.IsWord(units[i]) ? [hashed.One[i]] : Array.Empty<uint>(), hashed.Two[i], hashed.Three[i], hashed.Four[i]];
            keys.AddRange(runs);
            for (var j = 1; j < runs.Length; j++)
            {
                ends.Add((runs[j], runs[j - 1]));
            }
        }
    }
}
