using System.Collections.Immutable;
using LanguageRouter.Tokens;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Writes a conversation as token ids.</summary>
/// <remarks>
/// Each message is encoded on its own with the words of the template around it, so that the ids of a longer
/// conversation start with those of the shorter one and a server can reuse what it has computed. Control tokens come
/// from the template alone: the words of a message are encoded as words. Where the marks of a form are words
/// themselves, a message that holds such a mark has it encoded character by character, so that the ids of the mark do
/// not occur while the text stays as it is. Immutable and safe for concurrent use.
/// </remarks>
internal sealed class PromptRenderer
{
    private readonly ITokenEncoder _encoder;
    private readonly ChatTemplate _template;
    private readonly TemplatePart[] _start;
    private readonly TemplatePart[]? _system;
    private readonly TemplatePart[]? _firstUserWithSystem;
    private readonly TemplatePart[] _user;
    private readonly TemplatePart[] _answerStart;
    private readonly TemplatePart[] _answerEnd;
    private readonly string[] _marks;

    /// <exception cref="TokenizerAdapterException">The template is broken or asks for a control token that the tokenizer lacks.</exception>
    public PromptRenderer(ITokenEncoder encoder, ChatTemplate template)
    {
        _encoder = encoder;
        _template = template;
        _start = Parse(template.Start);
        _system = template.System is null ? null : Parse(template.System);
        _firstUserWithSystem = template.FirstUserWithSystem is null ? null : Parse(template.FirstUserWithSystem);
        _user = Parse(template.User);
        _answerStart = Parse(template.AnswerStart);
        _answerEnd = Parse(template.AnswerEnd);
        Controls = [.. All().Where(part => part.Kind == TemplatePartKind.Control).Select(part => part.Text).Concat(template.StopTokens.Where(token => encoder.FindControl(token) is not null)).Distinct(StringComparer.Ordinal)];
        _marks = Marks([.. All()]);
        StopIds = [.. template.StopTokens.Select(encoder.FindControl).OfType<int>()];
    }

    /// <summary>Gets the control tokens that the template uses.</summary>
    public ImmutableArray<string> Controls { get; }

    /// <summary>Gets the ids that end an answer.</summary>
    public ImmutableArray<int> StopIds { get; }

    /// <summary>Gets where the first id of an answer stands.</summary>
    public TextPosition AnswerPosition => _template.BlankBeforeAnswer ? TextPosition.Start : TextPosition.Continuation;

    /// <summary>Writes a conversation, ready for the model's answer.</summary>
    public List<int> Render(IReadOnlyList<ConversationTurn> turns)
    {
        var writer = new PromptWriter(_encoder, _template.SpaceAfterControl, _marks);
        writer.Write(_start, string.Empty, null);
        var system = turns.Count > 0 && turns[0].Role == TurnRole.System ? turns[0].Text : _template.DefaultSystem;
        if (system is not null && _system is not null)
        {
            writer.Write(_system, system, null);
        }

        var pendingSystem = _system is null ? system : null;
        foreach (var turn in turns)
        {
            switch (turn.Role)
            {
                case TurnRole.User when pendingSystem is not null && _firstUserWithSystem is not null:
                    writer.Write(_firstUserWithSystem, turn.Text, pendingSystem);
                    pendingSystem = null;
                    break;
                case TurnRole.User:
                    writer.Write(_user, turn.Text, null);
                    break;
                case TurnRole.Assistant:
                    writer.Write(_answerStart, string.Empty, null);
                    writer.WriteAnswer(turn, _template);
                    writer.Write(_answerEnd, string.Empty, null);
                    break;
            }
        }

        writer.Write(_answerStart, string.Empty, null);
        return writer.Ids;
    }

    // What a message must not be able to imitate: the words of the template between its parts, such as "### 指示:" and
    // each "[INST]" or "<<SYS>>" in them (words of letters alone are no marks), and control tokens that the tokenizer
    // cuts out of text.
    private string[] Marks(IReadOnlyList<TemplatePart> parts)
    {
        var lines = parts.Where(part => part.Kind == TemplatePartKind.Text).SelectMany(part => part.Text.Split('\n')).Select(line => line.Trim()).ToArray();
        var brackets = lines.SelectMany(line => line.Split(' ')).Where(word => word.StartsWith('[') || word.StartsWith('<'));
        var words = lines.Concat(brackets).Where(word => word.Length > 2 && !word.All(char.IsLetterOrDigit));
        return [.. words.Concat(Controls.Where(IsCutOutOfText)).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length)];
    }

    private IEnumerable<TemplatePart> All() => [.. _start, .. _system ?? [], .. _firstUserWithSystem ?? [], .. _user, .. _answerStart, .. _answerEnd];

    private bool IsCutOutOfText(string control)
    {
        var ids = new List<int>();
        _encoder.Encode(control, ids, TextPosition.Continuation);
        return _encoder.FindControl(control) is { } id && ids.Contains(id);
    }

    private TemplatePart[] Parse(string line)
    {
        try
        {
            var parts = TemplatePart.Parse(line);
            for (var i = 0; i < parts.Length; i++)
            {
                var known = _encoder.FindControl(parts[i].Text) is not null;
                parts[i] = parts[i].Kind switch
                {
                    TemplatePartKind.Control when !known => throw new TokenizerAdapterException(
                        TokenizerAdapterFailure.Configuration,
                        $"The chat template '{_template.Name}' asks for the control token '{parts[i].Text}', which the tokenizer '{_encoder.Name}' does not have. Choose another template or tokenizer."),
                    TemplatePartKind.Marker => parts[i] with { Kind = known ? TemplatePartKind.Control : TemplatePartKind.Text },
                    _ => parts[i],
                };
            }

            return parts;
        }
        catch (FormatException error)
        {
            throw new TokenizerAdapterException(TokenizerAdapterFailure.Configuration, error.Message, error);
        }
    }
}
