using LanguageRouter.Signals;
using LanguageRouter.Signals.Languages;
using LanguageRouter.Signals.Tasks;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>One text as the trainer sees it: its features, its kind, its weight, and the frame that it came from.</summary>
internal sealed record TaskSample(TaskKind Kind, uint[] Keys, int[] Shapes, int Frame)
{
    /// <summary>The rows of the keys that were selected.</summary>
    public int[] Runs { get; set; } = [];

    public float Weight { get; set; } = 1;

    public bool Topic { get; init; }

    /// <summary>Whether nothing is known but that it is no request about wording; its kind is then unknown.</summary>
    public bool NotAboutWording { get; init; }

    /// <summary>How much it counts beside a frame.</summary>
    public float Share { get; init; } = 1;

    public TaskFinding Phrases { get; init; }

    public bool HasChoices { get; init; }

    public static TaskSample Of(TaskKind kind, string text, int frame)
    {
        Span<char> buffer = stackalloc char[InstructionText.BufferSize];
        var folded = InstructionText.Fold(text, buffer);
        var sink = new Rows([], [], []);
        var phrases = TaskFinding.None;
        var hasChoices = false;
        if (!folded.IsEmpty)
        {
            var context = ContextOf(text);
            var choices = ChoiceList.Find(folded);
            hasChoices = choices.IsPresent;
            phrases = PhraseFindings.Of(folded, choices, context);
            TaskFeatures.Read(folded, choices, context, phrases, ref sink);
        }

        return new TaskSample(kind, [.. sink.Keys], [.. sink.Shapes], frame) { Ends = sink.Ends, Phrases = phrases, HasChoices = hasChoices };
    }

    /// <summary>What the other signals would know of a turn.</summary>
    public static TaskContext ContextOf(string text)
    {
        var embedded = LanguageDetector.Default.Analyze(text).Embedded;
        return new TaskContext(embedded.HasFlag(EmbeddedContent.Code), embedded.HasFlag(EmbeddedContent.JapaneseLiterals), embedded.HasFlag(EmbeddedContent.Json), 1);
    }

    /// <summary>Each run and the shorter run that it ends in.</summary>
    public IReadOnlyList<(uint Key, uint End)> Ends { get; private init; } = [];

    private struct Rows(List<uint> keys, List<(uint Key, uint End)> ends, List<int> shapes) : ITaskFeatureSink
    {
        private uint _end;

        public readonly List<uint> Keys => keys;

        public readonly List<(uint Key, uint End)> Ends => ends;

        public readonly List<int> Shapes => shapes;

        public void Unit() => _end = 0;

        public bool Run(uint key)
        {
            keys.Add(key);
            if (_end != 0)
            {
                ends.Add((key, _end));
            }

            _end = key;
            return true;
        }

        public readonly void Shape(int row) => shapes.Add(row);
    }
}
