using System.Globalization;

namespace LanguageRouter.Tool.Reporting;

/// <summary>Shows on an interactive error stream how far a run is, a few times a second.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Terminal _terminal;
    private readonly Stream? _seekable;
    private readonly long _startedAt;
    private readonly bool _shows;
    private long _shownAt;
    private int _width;

    public Progress(Terminal terminal, Stream input, bool quiet)
    {
        _terminal = terminal;
        _seekable = input.CanSeek ? input : null;
        _shows = terminal.ErrorIsInteractive && !quiet;
        _startedAt = _shownAt = terminal.Time.GetTimestamp();
    }

    public void Report(int lines)
    {
        if (!_shows || _terminal.Time.GetElapsedTime(_shownAt) < Interval)
        {
            return;
        }

        _shownAt = _terminal.Time.GetTimestamp();
        var rate = lines / _terminal.Time.GetElapsedTime(_startedAt).TotalSeconds;
        var part = _seekable is { Length: > 0 } file ? string.Create(CultureInfo.InvariantCulture, $", {100.0 * file.Position / file.Length:0} %") : "";
        var text = $"{Figures.Count(lines)} lines{part}, {Figures.Count((long)rate)} a second";
        _terminal.Error.Write('\r' + text.PadRight(_width));
        _width = text.Length;
    }

    /// <summary>Takes the line off the screen.</summary>
    public void Clear()
    {
        if (_width > 0)
        {
            _terminal.Error.Write('\r' + new string(' ', _width) + '\r');
            _width = 0;
        }
    }
}
