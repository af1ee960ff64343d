using System.Buffers;

namespace LanguageRouter.Signals.Languages;

/// <summary>Reads over a JSON object or array that stands in a text.</summary>
/// <remarks>Lenient: it looks at brackets, strings and separators only, so that schemas with comments or placeholders still count.</remarks>
internal static class JsonSpan
{
    private static readonly SearchValues<char> StringEnds = SearchValues.Create("\"\\\n");

    /// <summary>Reads from an opening bracket to its match.</summary>
    /// <param name="text">Starts with <c>{</c> or <c>[</c>.</param>
    /// <param name="isJson">Whether what was read is JSON with at least one key or two elements.</param>
    /// <returns>The characters read, up to the match or to where it stopped being JSON.</returns>
    public static int Read(ReadOnlySpan<char> text, out bool isJson)
    {
        var depth = 0;
        var keys = 0;
        var elements = 0;
        var lastString = false;
        isJson = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            switch (c)
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    if (--depth == 0)
                    {
                        isJson = keys > 0 || elements > 1 || (text[0] == '[' && elements > 0 && lastString);
                        return i + 1;
                    }

                    break;
                case '"':
                    var length = StringLength(text[i..]);
                    if (length < 0)
                    {
                        return i + 1;
                    }

                    i += length;
                    elements++;
                    lastString = true;
                    continue;
                case ':':
                    if (!lastString)
                    {
                        return i + 1;
                    }

                    keys++;
                    break;
                case ',' or ' ' or '\n' or '\r' or '\t':
                    i++;
                    continue;
                default:
                    // Numbers and the literals true, false, null; any other letter ends it.
                    var word = text[i..].IndexOfAnyExcept(Words);
                    if (word <= 0 || !IsValue(text.Slice(i, word)))
                    {
                        return i + 1;
                    }

                    i += word;
                    elements++;
                    lastString = false;
                    continue;
            }

            lastString = false;
            i++;
        }

        return text.Length;
    }

    private static readonly SearchValues<char> Words = SearchValues.Create("+-.0123456789Eabceflnrstu");

    private static bool IsValue(ReadOnlySpan<char> word) =>
        word is "true" or "false" or "null" || (!word.ContainsAnyInRange('a', 'z') || word.Contains('e')) && (char.IsAsciiDigit(word[0]) || word[0] is '-');

    private static int StringLength(ReadOnlySpan<char> text)
    {
        var i = 1;
        while (true)
        {
            var next = text[i..].IndexOfAny(StringEnds);
            if (next < 0 || text[i + next] == '\n')
            {
                return -1;
            }

            i += next + 1;
            if (text[i - 1] == '"')
            {
                return i;
            }

            if (++i > text.Length)
            {
                return -1;
            }
        }
    }
}
