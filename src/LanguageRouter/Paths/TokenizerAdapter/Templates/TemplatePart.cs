namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>One part of a chat template.</summary>
internal readonly record struct TemplatePart(TemplatePartKind Kind, string Text)
{
    /// <summary>Reads a template line: words, and parts in double braces.</summary>
    /// <remarks>
    /// <c>{{content}}</c>, <c>{{trimmed}}</c> and <c>{{system}}</c> are the messages, <c>{{?[INST]}}</c> is a control
    /// token where the tokenizer has it and words where it does not, every other <c>{{name}}</c> is a control token.
    /// </remarks>
    /// <exception cref="FormatException">A brace is not closed.</exception>
    public static TemplatePart[] Parse(string line)
    {
        var parts = new List<TemplatePart>();
        var rest = line.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf("{{", StringComparison.Ordinal);
            if (open != 0)
            {
                var text = open < 0 ? rest : rest[..open];
                parts.Add(new TemplatePart(TemplatePartKind.Text, text.ToString()));
                rest = rest[text.Length..];
                continue;
            }

            var close = rest.IndexOf("}}", StringComparison.Ordinal);
            if (close < 0)
            {
                throw new FormatException($"The chat template line '{line}' has '{{{{' without '}}}}'.");
            }

            parts.Add(Named(rest[2..close].ToString()));
            rest = rest[(close + 2)..];
        }

        return [.. parts];
    }

    private static TemplatePart Named(string name) => name switch
    {
        "content" => new(TemplatePartKind.Content, string.Empty),
        "trimmed" => new(TemplatePartKind.TrimmedContent, string.Empty),
        "system" => new(TemplatePartKind.System, string.Empty),
        ['?', ..] => new(TemplatePartKind.Marker, name[1..]),
        _ => new(TemplatePartKind.Control, name),
    };
}
