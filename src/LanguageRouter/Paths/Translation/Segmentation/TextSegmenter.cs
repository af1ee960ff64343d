namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>Cuts a growing text into prose and parts that pass unchanged.</summary>
/// <remarks>
/// The cuts depend on the text alone, never on how it arrived: any chunking gives the same parts. Fenced code, blocks of
/// JSON and of display mathematics pass line by line; table rows wait for their line; other lines are cut into sentences
/// as soon as a sentence is known to have ended. Not safe for concurrent use.
/// </remarks>
internal sealed class TextSegmenter
{
    // Longer runs of white space pass in parts, so that none is looked at again and again while it grows.
    private const int LongestSpace = 256;

    private const int SmallestBuffer = 256;

    private readonly Queue<TextPiece> _ready = new();
    private char[] _buffer = [];
    private int _start;
    private int _end;
    private int _searched;
    private bool _inLine;
    private char _fence;
    private int _fenceLength;
    private int _jsonDepth;
    private bool _jsonString;
    private string? _mathEnd;

    /// <summary>Adds text to the end.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        if (_start > 0 && _end + text.Length > _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _searched = Math.Max(0, _searched - _start);
            _start = 0;
        }

        if (_end + text.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(Math.Max(SmallestBuffer, _buffer.Length * 2), _end + text.Length));
        }

        text.CopyTo(_buffer.AsSpan(_end));
        _end += text.Length;
    }

    /// <summary>Takes the next part, if it is known.</summary>
    /// <param name="complete">Whether no text will follow.</param>
    /// <param name="piece">The part.</param>
    /// <returns>Whether there was one; after the last text, <see langword="false"/> means that all parts were taken.</returns>
    public bool TryRead(bool complete, out TextPiece piece)
    {
        while (_ready.Count == 0)
        {
            if (!Advance(complete))
            {
                piece = default;
                return false;
            }
        }

        piece = _ready.Dequeue();
        return true;
    }

    private bool Advance(bool complete)
    {
        var text = _buffer.AsSpan(_start, _end - _start);
        if (text.IsEmpty)
        {
            return false;
        }

        // 1. How much of the current line is there.
        var from = Math.Max(0, _searched - _start);
        var newline = text[from..].IndexOf('\n');
        newline = newline < 0 ? -1 : newline + from;
        _searched = _start + (newline < 0 ? text.Length : newline);
        var whole = complete || newline >= 0;
        var line = newline < 0 ? text : text[..newline];
        var lineWithBreak = newline < 0 ? text : text[..(newline + 1)];

        // 2. Blocks whose lines pass unchanged.
        if (_fence != '\0' || _jsonDepth > 0 || _mathEnd is not null)
        {
            if (!whole)
            {
                return false;
            }

            ContinueBlock(line);
            return Emit(false, lineWithBreak);
        }

        return _inLine ? AdvanceInLine(line, whole, newline >= 0) : BeginLine(line, lineWithBreak, whole);
    }

    private bool BeginLine(ReadOnlySpan<char> line, ReadOnlySpan<char> lineWithBreak, bool whole)
    {
        if (line.Length >= LongestSpace && line[..LongestSpace].IsWhiteSpace())
        {
            _inLine = true;
            return Emit(false, line[..LongestSpace]);
        }

        var prefix = LineSyntax.PrefixLength(line, whole);
        if (prefix < 0 || (line.Length - prefix < 3 && !whole))
        {
            return false;
        }

        var rest = line[prefix..];
        var head = rest.IsEmpty ? '\0' : rest[0];
        var fence = LineSyntax.FenceLength(rest);
        var special = fence > 0 || head is '|' or '{' or '[' || rest.StartsWith("$$", StringComparison.Ordinal) || rest.StartsWith("\\[", StringComparison.Ordinal);
        if (special && !whole)
        {
            return false;
        }

        if (fence > 0 && (head == '~' || !rest[fence..].Contains('`')))
        {
            (_fence, _fenceLength) = (head, fence);
            return Emit(false, lineWithBreak);
        }

        if (head is '{' or '[' && LineSyntax.BeginsJson(rest))
        {
            _jsonString = false;
            CountJson(rest);
            return Emit(false, lineWithBreak);
        }

        if (special && head is '$' or '\\' && rest.Length >= 2)
        {
            var end = head == '$' ? "$$" : "\\]";
            if (rest[2..].IndexOf(end, StringComparison.Ordinal) < 0)
            {
                _mathEnd = end;
                return Emit(false, lineWithBreak);
            }
        }

        if (head == '|')
        {
            EmitRow(line, lineWithBreak);
            return true;
        }

        _inLine = true;
        return prefix == 0 ? AdvanceInLine(line, whole, lineWithBreak.Length > line.Length) : Emit(false, line[..prefix]);
    }

    private bool AdvanceInLine(ReadOnlySpan<char> line, bool whole, bool hasBreak)
    {
        var space = 0;
        while (space < line.Length && space < LongestSpace && char.IsWhiteSpace(line[space]))
        {
            space++;
        }

        if (space == LongestSpace)
        {
            return Emit(false, line[..space]);
        }

        if (space == line.Length)
        {
            if (!whole)
            {
                return false;
            }

            _inLine = false;
            var length = line.Length + (hasBreak ? 1 : 0);
            return length > 0 && Emit(false, _buffer.AsSpan(_start, length));
        }

        if (space > 0)
        {
            return Emit(false, line[..space]);
        }

        var end = SentenceScanner.FindEnd(line, whole);
        if (end <= 0)
        {
            return false;
        }

        var sentence = line[..end];
        var trimmed = sentence.TrimEnd();
        return Emit(HasLetter(trimmed), trimmed);
    }

    private void EmitRow(ReadOnlySpan<char> line, ReadOnlySpan<char> lineWithBreak)
    {
        var at = 0;
        var code = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '`')
            {
                code = !code;
            }

            if (i == line.Length || (line[i] == '|' && !code && (i == 0 || line[i - 1] != '\\')))
            {
                var cell = line[at..i];
                var text = cell.Trim();
                if (HasLetter(text))
                {
                    var lead = cell.Length - cell.TrimStart().Length;
                    EnqueueOpaque(cell[..lead]);
                    _ready.Enqueue(new TextPiece(true, text.ToString()));
                    EnqueueOpaque(cell[(lead + text.Length)..]);
                }
                else
                {
                    EnqueueOpaque(cell);
                }

                EnqueueOpaque(i < line.Length ? line.Slice(i, 1) : default);
                at = i + 1;
            }
        }

        EnqueueOpaque(lineWithBreak[line.Length..]);
        _start += lineWithBreak.Length;
    }

    private void EnqueueOpaque(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            _ready.Enqueue(new TextPiece(false, Text(text)));
        }
    }

    private void ContinueBlock(ReadOnlySpan<char> line)
    {
        if (_fence != '\0')
        {
            var text = line.Trim();
            var fence = LineSyntax.FenceLength(text);
            if (fence >= _fenceLength && text[0] == _fence && fence == text.Length)
            {
                _fence = '\0';
            }
        }
        else if (_mathEnd is not null)
        {
            if (line.IndexOf(_mathEnd, StringComparison.Ordinal) >= 0 || line.IsWhiteSpace())
            {
                _mathEnd = null;
            }
        }
        else if (line.IsWhiteSpace())
        {
            _jsonDepth = 0;
        }
        else
        {
            CountJson(line);
        }
    }

    private void CountJson(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '\\' when _jsonString:
                    i++;
                    break;
                case '"':
                    _jsonString = !_jsonString;
                    break;
                case '{' or '[' when !_jsonString:
                    _jsonDepth++;
                    break;
                case '}' or ']' when !_jsonString:
                    _jsonDepth = Math.Max(0, _jsonDepth - 1);
                    break;
            }
        }

        // A JSON string does not span lines.
        _jsonString = false;
    }

    private bool Emit(bool prose, ReadOnlySpan<char> text)
    {
        _ready.Enqueue(new TextPiece(prose, Text(text)));
        _start += text.Length;
        if (!prose && text[^1] == '\n')
        {
            _inLine = false;
        }

        return true;
    }

    // Line breaks, spaces and bullets make up most parts.
    private static string Text(ReadOnlySpan<char> text) => text switch
    {
        "\n" => "\n",
        " " => " ",
        "|" => "|",
        "- " => "- ",
        _ => text.ToString(),
    };

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
