using LanguageRouter.Tokens;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Collects the ids of one prompt.</summary>
internal sealed class PromptWriter(ITokenEncoder encoder, bool spaceAfterControl, string[] marks)
{
    private readonly List<string> _words = [];
    private bool _afterControl = true;

    public List<int> Ids { get; } = [];

    /// <summary>Writes one line of the template; the words at its end are encoded with it.</summary>
    public void Write(TemplatePart[] parts, string content, string? system)
    {
        foreach (var part in parts)
        {
            switch (part.Kind)
            {
                case TemplatePartKind.Text: AddText(part.Text); break;
                case TemplatePartKind.Content: AddContent(content); break;
                case TemplatePartKind.TrimmedContent: AddContent(content.Trim()); break;
                case TemplatePartKind.System: AddContent(system ?? string.Empty); break;
                case TemplatePartKind.Control:
                    Flush();
                    Ids.Add(encoder.FindControl(part.Text) ?? throw new InvalidOperationException("Control tokens are checked when the template is read."));
                    _afterControl = true;
                    break;
            }
        }

        Flush();
    }

    /// <summary>Writes an answer of the history: as the ids that the model gave, where these are known.</summary>
    public void WriteAnswer(ConversationTurn turn, ChatTemplate template)
    {
        if (turn.AnswerIds is { } ids)
        {
            Ids.AddRange(ids);
            _afterControl = false;
        }
        else
        {
            var text = template.TrimAnswers ? turn.Text.Trim() : turn.Text;
            AddContent(template.BlankBeforeAnswer ? " " + text : text);
            Flush();
        }
    }

    private void AddText(string text)
    {
        if (_words.Count == 0)
        {
            _words.Add(text);
        }
        else
        {
            _words[^1] += text;
        }
    }

    // A mark of the template that a message imitates is encoded character by character: the text stays, the ids differ.
    private void AddContent(string content)
    {
        var rest = content.AsSpan();
        while (FindMark(rest, out var length) is var at and >= 0)
        {
            AddText(rest[..at].ToString());
            foreach (var rune in rest.Slice(at, length).EnumerateRunes())
            {
                _words.Add(rune.ToString());
            }

            _words.Add(string.Empty);
            rest = rest[(at + length)..];
        }

        AddText(rest.ToString());
    }

    private int FindMark(ReadOnlySpan<char> text, out int length)
    {
        var first = -1;
        length = 0;
        foreach (var mark in marks)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && (first < 0 || at < first))
            {
                (first, length) = (at, mark.Length);
            }
        }

        return first;
    }

    private void Flush()
    {
        foreach (var word in _words.Where(word => word.Length > 0))
        {
            var atStart = _afterControl && (spaceAfterControl || Ids.Count == 0);
            encoder.Encode(word, Ids, atStart ? TextPosition.Start : TextPosition.Continuation);
            _afterControl = false;
        }

        _words.Clear();
    }
}
