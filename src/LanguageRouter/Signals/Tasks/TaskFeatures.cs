using System.Runtime.CompilerServices;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Reads the features of a turn: runs of one to four units from its start and its end, and what its shape shows.</summary>
/// <remarks>
/// A unit is a Japanese character, a word of ASCII letters, a number or a mark. What stands in quotes has units of its own, so that a request that is only quoted
/// (「翻訳してください」を敬語に) is told from one that is made. The trainer and the model read the same features from here.
/// </remarks>
internal static class TaskFeatures
{
    /// <summary>How many characters are read at the start and at the end of a text: an instruction stands before or after its material.</summary>
    public const int Reach = 200;

    // Judgement: a short turn is an instruction as a whole; of a longer one its first and last lines are, or so much of its start and end.
    private const int ShortText = 240;
    private const int ShortLine = 30;
    private const int LineReach = 120;

    private const uint Quoted = 0x1_0000;
    private const uint Word = 0x8000_0000;
    private const uint Start = 1;
    private const uint End = 2;
    private const uint Gap = 3;
    private const uint Number = 4;

    /// <summary>Reads the features.</summary>
    /// <typeparam name="TSink">A struct, so that the call is direct.</typeparam>
    /// <param name="text">The folded text.</param>
    /// <param name="choices">Its list of answers.</param>
    /// <param name="context">What is already known of the request.</param>
    /// <param name="phrases">What its phrases show.</param>
    /// <param name="sink">Receives the features.</param>
    public static void Read<TSink>(ReadOnlySpan<char> text, ChoiceList choices, TaskContext context, in TaskFinding phrases, ref TSink sink)
        where TSink : struct, ITaskFeatureSink, allows ref struct
    {
        var runs = new UnitRuns(Start);
        if (text.Length <= ShortText || choices.IsPresent)
        {
            ReadUnits(text[..Math.Min(text.Length, 4 * Reach)], ref runs, ref sink);
        }
        else
        {
            ReadUnits(text[..HeadEnd(text)], ref runs, ref sink);
            runs.Add(Gap, false, ref sink);
            ReadUnits(text[TailStart(text)..], ref runs, ref sink);
        }

        runs.Add(End, false, ref sink);
        TaskShape.Read(text, choices, context, phrases, ref sink);
    }

    private static int HeadEnd(ReadOnlySpan<char> text)
    {
        var end = text[ShortLine..Reach].IndexOf('\n');
        return end < 0 ? LineReach : ShortLine + end;
    }

    private static int TailStart(ReadOnlySpan<char> text)
    {
        var start = text[^Reach..^4].LastIndexOf('\n');
        return start < 0 ? text.Length - LineReach : text.Length - Reach + start;
    }

    private static void ReadUnits<TSink>(ReadOnlySpan<char> text, ref UnitRuns runs, ref TSink sink)
        where TSink : struct, ITaskFeatureSink, allows ref struct
    {
        var quoteEnd = 0;
        for (var i = 0; i < text.Length;)
        {
            uint c = text[i];
            if (c < 0x80)
            {
                if (c == ' ')
                {
                    i++;
                    continue;
                }

                if (char.IsAsciiLetterOrDigit((char)c))
                {
                    runs.Add(WordAt(text, ref i) | (i <= quoteEnd ? Quoted << 8 : 0), true, ref sink);
                    continue;
                }
            }

            if (c is '「' or '『' or '“' or '"' && i >= quoteEnd)
            {
                quoteEnd = QuoteEnd(text, i);
            }

            runs.Add(i < quoteEnd ? c | Quoted : c, false, ref sink);
            i++;
        }
    }

    // A number is one unit whatever its value; a word is the hash of its letters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint WordAt(ReadOnlySpan<char> text, ref int i)
    {
        if (char.IsAsciiDigit(text[i]))
        {
            var from = i;
            while (++i < text.Length && char.IsAsciiDigit(text[i]))
            {
            }

            return Number + (uint)Math.Min(i - from, 4);
        }

        var hash = 0u;
        do
        {
            hash = (hash ^ text[i]) * 0x0100_0193;
        }
        while (++i < text.Length && char.IsAsciiLetter(text[i]));
        return (hash & ~(Quoted << 8)) | Word;
    }

    private static int QuoteEnd(ReadOnlySpan<char> text, int open)
    {
        var rest = text[(open + 1)..];
        var length = text[open] switch
        {
            '「' => rest.IndexOf('」'),
            '『' => rest.IndexOf('』'),
            '“' => rest.IndexOf('”'),
            _ => rest.IndexOfAny('"', '\n') is >= 0 and var at && rest[at] == '"' ? at : -1,
        };
        return length < 0 ? open : open + 1 + length;
    }
}
