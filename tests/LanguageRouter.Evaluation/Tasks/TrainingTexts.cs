using System.Globalization;
using System.Text;
using LanguageRouter.Signals;

namespace LanguageRouter.Evaluation.Tasks;

/// <summary>The training set of the task kinds: frames of requests that were written for this project, with their slots filled and their openings varied.</summary>
/// <remarks>Deterministic. No text of a reference set is in it.</remarks>
internal static class TrainingTexts
{
    private const int Fillings = 10;

    private static readonly string[] ListForms =
    [
        "\nA. {0}\nB. {1}\nC. {2}\nD. {3}", "\n1. {0}\n2. {1}\n3. {2}\n4. {3}", "\n選択肢: {0}、{1}、{2}、{3}", " (a) {0} (b) {1} (c) {2} (d) {3}", "\n（ア）{0}\n（イ）{1}\n（ウ）{2}\n（エ）{3}",
    ];

    /// <summary>Reads the frames: one file for each kind, one frame a line.</summary>
    public static IEnumerable<(TaskKind Kind, string Frame)> Frames(string folder)
    {
        foreach (var kind in Enum.GetValues<TaskKind>())
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, $"{KebabCase(kind)}.txt")).Where(line => line.Length > 0 && line[0] != '#'))
            {
                yield return (kind, line);
            }
        }
    }

    /// <summary>Writes the requests of one frame.</summary>
    public static IEnumerable<string> Requests(TrainingSlots slots, TaskKind kind, string frame)
    {
        var random = new Random(StableHash(frame));
        var fillings = slots.Draws(frame) ? Fillings : 3;
        for (var i = 0; i < fillings; i++)
        {
            var text = slots.Fill(frame, random).Replace("\\n", "\n", StringComparison.Ordinal);
            yield return i == 0 || kind is TaskKind.Unknown or TaskKind.SmallTalk ? text : Vary(text, slots, random);
        }
    }

    /// <summary>Writes what a frame asks for, without its material.</summary>
    public static IEnumerable<string> Bare(TrainingSlots slots, string frame)
    {
        var random = new Random(StableHash(frame));
        return Enumerable.Range(0, slots.Draws(frame) ? Fillings : 1).Select(_ => slots.Fill(frame, random, bare: true).Replace("\\n", "\n", StringComparison.Ordinal)).Distinct();
    }

    /// <summary>Writes questions of the kinds that a topic decides, for every word of its pool.</summary>
    public static IEnumerable<(TaskKind Kind, string Text)> TopicQuestions(TrainingSlots slots)
    {
        foreach (var (pool, questions, kind) in new[] { ("理科語", "理系問", TaskKind.Reasoning), ("教養語", "教養問", TaskKind.WorldKnowledge), ("数学語", "数学問", TaskKind.Math), ("日本語彙", "日本問", TaskKind.Culture) })
        {
            foreach (var word in slots.Pool(pool))
            {
                var random = new Random(StableHash(word));
                for (var i = 0; i < 3; i++)
                {
                    // Most questions are the same for every pool, so that the words of the topic decide and not those of the question.
                    var question = random.Next(4) == 0 ? slots.Pick(questions, random) : slots.Pick("共通問", random).Replace("{X}", $"{{{pool}}}", StringComparison.Ordinal);
                    var at = question.IndexOf($"{{{pool}}}", StringComparison.Ordinal);
                    question = question[..at] + word + question[(at + pool.Length + 2)..];
                    if (i == 1)
                    {
                        question += $"\nA. {{{pool}}}\nB. {{{pool}}}\nC. {{{pool}}}\nD. {{{pool}}}";
                    }

                    yield return (kind, slots.Fill(question, random));
                }
            }
        }
    }

    /// <summary>Reads single requests: a kind, a request and, where it is a question with four answers, these, with tabs between.</summary>
    /// <returns>For each request its texts: the request alone, and with its answers in two of the forms that lists take.</returns>
    public static IEnumerable<(TaskKind Kind, IReadOnlyList<string> Texts)> Single(string file)
    {
        var names = Enum.GetValues<TaskKind>().ToDictionary(KebabCase, StringComparer.Ordinal);
        foreach (var row in File.ReadLines(file).Select(line => line.Split('\t')))
        {
            var request = row[1].Replace("\\n", "\n", StringComparison.Ordinal);
            var form = (uint)StableHash(request) % (uint)ListForms.Length;
            yield return (names[row[0]], row.Length < 3 ? [request] : [request, request + List(row[2], form), request + List(row[2], (form + 1) % (uint)ListForms.Length)]);
        }
    }

    private static string List(string answers, uint form) => string.Format(CultureInfo.InvariantCulture, ListForms[form], answers.Split(" | "));

    /// <summary>The name of a kind in the files: <c>world-knowledge</c>.</summary>
    public static string KebabCase(TaskKind kind)
    {
        var name = new StringBuilder();
        foreach (var c in kind.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    // How people begin and end, what they leave out.
    private static string Vary(string text, TrainingSlots slots, Random random)
    {
        var japanese = text.AsSpan().ContainsAnyInRange('ぁ', 'ヺ');
        text = random.Next(20) switch
        {
            < 4 => slots.Pick(japanese ? "前置き" : "opener", random) + text,
            < 6 when japanese => slots.Pick("前置長", random) + text,
            < 8 when japanese => slots.Pick("前置長", random) + "\n" + text,
            _ => text,
        };
        if (random.Next(8) == 0 && text.Length < 60)
        {
            text += (japanese ? random.Next(2) == 0 ? "。" : "\n" : "") + slots.Pick(japanese ? "後置き" : "closer", random);
        }

        return random.Next(16) switch
        {
            0 => RemoveOne(text, 'を'),
            1 => RemoveOne(text, 'は'),
            2 => text.Replace("「", "", StringComparison.Ordinal).Replace("」", " ", StringComparison.Ordinal),
            3 => text.Replace('\n', ' '),
            4 => text.Replace("「", "\"", StringComparison.Ordinal).Replace("」", "\"", StringComparison.Ordinal),
            5 => text.Replace("\n\n", "\n", StringComparison.Ordinal),
            _ => text,
        };
    }

    private static string RemoveOne(string text, char c) => text.IndexOf(c, StringComparison.Ordinal) is > 0 and var at ? text.Remove(at, 1) : text;

    private static int StableHash(string text)
    {
        var hash = 17;
        foreach (var c in text)
        {
            hash = unchecked((hash * 31) + c);
        }

        return hash;
    }
}
