using System.Text;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Ends a growing text before the first stop text, and holds back what may become one.</summary>
internal sealed class StopTextFilter(IReadOnlyList<string> stops)
{
    private readonly StringBuilder _held = new();

    /// <summary>Gets a value indicating whether a stop text was met: what follows it is dropped.</summary>
    public bool Stopped { get; private set; }

    public string Append(string text)
    {
        if (Stopped || stops.Count == 0)
        {
            return Stopped ? string.Empty : text;
        }

        var all = _held.Append(text).ToString();
        _held.Clear();
        var end = stops.Select(stop => all.IndexOf(stop, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        if (end >= 0)
        {
            Stopped = true;
            return all[..end];
        }

        var held = stops.Max(stop => Overlap(all, stop));
        _held.Append(all.AsSpan(all.Length - held));
        return all[..^held];
    }

    public string Flush()
    {
        var rest = Stopped ? string.Empty : _held.ToString();
        _held.Clear();
        return rest;
    }

    // How much of the end of the text is a beginning of the stop text.
    private static int Overlap(string text, string stop)
    {
        for (var length = Math.Min(text.Length, stop.Length - 1); length > 0; length--)
        {
            if (text.AsSpan(text.Length - length).SequenceEqual(stop.AsSpan(0, length)))
            {
                return length;
            }
        }

        return 0;
    }
}
