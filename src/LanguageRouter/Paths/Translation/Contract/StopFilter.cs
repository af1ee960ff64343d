namespace LanguageRouter.Paths.Translation.Contract;

/// <summary>Ends a growing text at the first stop sequence.</summary>
/// <remarks>What may be the head of a stop sequence is held back until it is known. Not safe for concurrent use.</remarks>
internal sealed class StopFilter(IList<string>? sequences)
{
    private readonly string[] _sequences = [.. (sequences ?? []).Where(s => !string.IsNullOrEmpty(s))];
    private string _held = "";

    /// <summary>Gets a value indicating whether a stop sequence was found: what follows is dropped.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Adds text.</summary>
    /// <returns>The text that is ready.</returns>
    public string Add(string text)
    {
        if (_sequences.Length == 0)
        {
            return text;
        }

        if (Stopped)
        {
            return "";
        }

        var all = _held + text;
        var first = -1;
        foreach (var sequence in _sequences)
        {
            var at = all.IndexOf(sequence, StringComparison.Ordinal);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }

        if (first >= 0)
        {
            (Stopped, _held) = (true, "");
            return all[..first];
        }

        var keep = 0;
        foreach (var sequence in _sequences)
        {
            for (var length = Math.Min(sequence.Length - 1, all.Length); length > keep; length--)
            {
                if (all.AsSpan().EndsWith(sequence.AsSpan(0, length), StringComparison.Ordinal))
                {
                    keep = length;
                    break;
                }
            }
        }

        _held = all[^keep..];
        return all[..^keep];
    }

    /// <summary>Ends the text.</summary>
    /// <returns>What was held back.</returns>
    public string End()
    {
        var rest = _held;
        _held = "";
        return rest;
    }
}
