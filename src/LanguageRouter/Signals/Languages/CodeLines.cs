using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Finds source code that stands in a text without a fence, line by line, and blanks it out.</summary>
internal static class CodeLines
{
    private static readonly SearchValues<char> Hints = SearchValues.Create(";{}=_#");

    private static readonly SearchValues<char> Signs = SearchValues.Create("(){}[]<>=;+*/%&|_\\\"'#$@`~^");

    private static readonly string[] Openings =
    [
        "def ", "class ", "import ", "return ", "return;", "elif ", "else:", "try:", "except", "finally:", "print(", "assert ", "raise ", "lambda ", "yield ", "async ", "await ", "with ", "for ", "while ", "if ", "from ",
        "public ", "private ", "protected ", "internal ", "static ", "void ", "int ", "string ", "bool ", "float ", "double ", "char ", "const ", "let ", "var ", "function ", "func ", "fn ", "using ", "namespace ", "package ", "struct ", "enum ",
        "interface ", "#include", "#define", "#!/", "//", "/*", "*/", ">>>", "...", "@", "<?", "console.", "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "FROM ", "WHERE ", "$ ", "export ", "switch ", "case ", "end", "}", "{", ")", "]",
    ];

    /// <summary>Says whether a text may hold lines of code.</summary>
    public static bool MayOccur(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Hints))
        {
            return true;
        }

        // "if x:" at the end of a line, or "f(x): int".
        for (var at = text.IndexOf(':'); at >= 0;)
        {
            if ((at > 0 && text[at - 1] == ')') || (at + 1 < text.Length && text[at + 1] == '\n'))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOf(':');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>Blanks the lines that read as code.</summary>
    /// <param name="text">The folded text, which is changed.</param>
    /// <param name="docstrings">Also blanks what stands between triple quotation marks, where there is code around.</param>
    public static EmbeddedContent Blank(Span<char> text, bool docstrings)
    {
        var found = EmbeddedContent.None;
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text[start..end];
            if (IsCode(line))
            {
                found |= NonProse.HoldsJapanese(line) ? EmbeddedContent.Code | EmbeddedContent.JapaneseLiterals : EmbeddedContent.Code;
                line.Fill(' ');
            }

            start = end + 1;
        }

        return docstrings && found != EmbeddedContent.None ? found | BlankDocstrings(text) : found;
    }

    private static EmbeddedContent BlankDocstrings(Span<char> text)
    {
        var found = EmbeddedContent.None;
        foreach (var mark in (ReadOnlySpan<string>)["\"\"\"", "'''"])
        {
            for (var position = 0; position < text.Length;)
            {
                var open = text[position..].IndexOf(mark, StringComparison.Ordinal);
                var body = position + open + mark.Length;
                var close = open < 0 ? -1 : text[body..].IndexOf(mark, StringComparison.Ordinal);
                if (close < 0)
                {
                    break;
                }

                var end = body + close + mark.Length;
                found |= NonProse.HoldsJapanese(text[body..end]) ? EmbeddedContent.JapaneseLiterals : EmbeddedContent.None;
                NonProse.Fill(text[(body - mark.Length)..end]);
                position = end;
            }
        }

        return found;
    }

    private static bool IsCode(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < 2)
        {
            return line is "}" or "{" or ")" or "]";
        }

        var signs = 0;
        var letters = 0;
        foreach (var c in line[..Math.Min(line.Length, 200)])
        {
            signs += Signs.Contains(c) ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
        }

        var last = line[^1];
        var ends = last is ';' or '{' or '}' || (last == ':' && signs >= 2) || line.EndsWith("=>", StringComparison.Ordinal) || line.EndsWith("),", StringComparison.Ordinal);
        if (StartsAsCode(line))
        {
            return ends || signs >= 2 || line.StartsWith(">>>", StringComparison.Ordinal) || (line.StartsWith("import ", StringComparison.Ordinal) && line.Length < 60)
                || (line.StartsWith("from ", StringComparison.Ordinal) && line.Contains(" import ", StringComparison.Ordinal));
        }

        // Prose with brackets has few signs for its letters; Japanese in such a line must stand in a literal.
        var dense = signs >= 3 && signs * 5 >= letters;
        var reads = NonProse.HoldsJapanese(line) ? ends && dense || IsAssignment(line) : dense || (ends && last != ':' && signs >= 2);
        return reads && !line.Contains("\"\"\"", StringComparison.Ordinal) && !line.Contains("'''", StringComparison.Ordinal);
    }

    // "name = value" or "name: type = value", with the value a literal or a call.
    private static bool IsAssignment(ReadOnlySpan<char> line)
    {
        var sign = line.IndexOf('=');
        if (sign <= 0 || sign + 2 >= line.Length || line[..sign].ContainsAnyExceptInRange('\0', '\u007F'))
        {
            return false;
        }

        var value = line[(sign + 1)..].TrimStart("=> ");
        return !value.IsEmpty && (value[0] is '"' or '\'' or '[' or '{' or '(' || value.Contains('('));
    }

    private static bool StartsAsCode(ReadOnlySpan<char> line)
    {
        foreach (var opening in Openings)
        {
            if (line.StartsWith(opening, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
