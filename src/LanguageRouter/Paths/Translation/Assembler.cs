using LanguageRouter.Paths.Translation.Segmentation;

namespace LanguageRouter.Paths.Translation;

/// <summary>Puts translated sentences and unchanged parts together, with the spacing of the target language between sentences.</summary>
/// <remarks>
/// English puts a space between sentences, Japanese none. The space is changed only where the script changed on both
/// sides, so that a translator that changes nothing gives the text back byte for byte.
/// </remarks>
internal sealed class Assembler
{
    private char _sourceEnd;
    private char _targetEnd;
    private string? _gap;

    /// <summary>Adds a part that is passed on as it is.</summary>
    /// <returns>The text that is ready; a single space is held back until the next sentence is known.</returns>
    public string Opaque(string text)
    {
        if (_sourceEnd != '\0' && _gap is null && text == " ")
        {
            _gap = text;
            return "";
        }

        var ready = _gap + text;
        (_sourceEnd, _gap) = ('\0', null);
        return ready;
    }

    /// <summary>Adds a sentence.</summary>
    public string Prose(string source, string target)
    {
        var gap = _gap ?? "";
        if (_sourceEnd != '\0' && source.Length > 0 && target.Length > 0)
        {
            var sourceWide = Characters.IsWide(_sourceEnd);
            if (gap.Length == 0 && sourceWide && !Characters.IsWide(_targetEnd) && !Characters.IsWide(target[0]) && !char.IsWhiteSpace(target[0]))
            {
                gap = " ";
            }
            else if (gap.Length > 0 && !sourceWide && Characters.IsWide(_targetEnd))
            {
                gap = "";
            }
        }

        _gap = null;
        _sourceEnd = source.Length > 0 ? source[^1] : '\0';
        _targetEnd = target.Length > 0 ? target[^1] : '\0';
        return gap + target;
    }

    /// <summary>Ends the text.</summary>
    /// <returns>What was held back.</returns>
    public string End()
    {
        var rest = _gap ?? "";
        (_sourceEnd, _gap) = ('\0', null);
        return rest;
    }
}
