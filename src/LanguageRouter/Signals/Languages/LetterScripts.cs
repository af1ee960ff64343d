namespace LanguageRouter.Signals.Languages;

/// <summary>Tells the script of a character that the vector scan calls rare.</summary>
internal static class LetterScripts
{
    // First character of each block and its script; a block ends where the next begins. Blocks of the Unicode standard, signs and marks as None.
    private static readonly (char From, LetterScript Script)[] Blocks =
    [
        ('\u0000', LetterScript.None), ('\u00AA', LetterScript.Latin), ('\u00AB', LetterScript.None), ('\u00B5', LetterScript.Latin), ('\u00B6', LetterScript.None),
        ('\u00BA', LetterScript.Latin), ('\u00BB', LetterScript.None), ('\u00C0', LetterScript.Latin), ('\u00D7', LetterScript.None), ('\u00D8', LetterScript.Latin),
        ('\u00F7', LetterScript.None), ('\u00F8', LetterScript.Latin), ('\u02B0', LetterScript.None), ('\u0370', LetterScript.Greek), ('\u0400', LetterScript.Cyrillic),
        ('\u0530', LetterScript.Armenian), ('\u0590', LetterScript.Hebrew), ('\u0600', LetterScript.Arabic), ('\u0700', LetterScript.Unlisted), ('\u0750', LetterScript.Arabic),
        ('\u0780', LetterScript.Unlisted), ('\u0860', LetterScript.Unlisted), ('\u08A0', LetterScript.Arabic), ('\u0900', LetterScript.Devanagari), ('\u0980', LetterScript.Bengali),
        ('\u0A00', LetterScript.Gurmukhi), ('\u0A80', LetterScript.Gujarati), ('\u0B00', LetterScript.Unlisted), ('\u0B80', LetterScript.Tamil), ('\u0C00', LetterScript.Telugu),
        ('\u0C80', LetterScript.Kannada), ('\u0D00', LetterScript.Malayalam), ('\u0D80', LetterScript.Sinhala), ('\u0E00', LetterScript.Thai), ('\u0E80', LetterScript.Lao),
        ('\u0F00', LetterScript.Tibetan), ('\u1000', LetterScript.Myanmar), ('\u10A0', LetterScript.Georgian), ('\u1100', LetterScript.Hangul), ('\u1200', LetterScript.Ethiopic),
        ('\u13A0', LetterScript.Unlisted), ('\u1780', LetterScript.Khmer), ('\u1800', LetterScript.Mongolian), ('\u18B0', LetterScript.Unlisted), ('\u1C80', LetterScript.Cyrillic),
        ('\u1C90', LetterScript.Georgian), ('\u1CC0', LetterScript.Unlisted), ('\u1D00', LetterScript.Latin), ('\u1DC0', LetterScript.None), ('\u1E00', LetterScript.Latin),
        ('\u1F00', LetterScript.Greek), ('\u2000', LetterScript.None), ('\u2C60', LetterScript.Latin), ('\u2C80', LetterScript.Unlisted), ('\u2D00', LetterScript.Georgian),
        ('\u2D30', LetterScript.Unlisted), ('\u2D80', LetterScript.Ethiopic), ('\u2DE0', LetterScript.Cyrillic), ('\u2E00', LetterScript.None), ('\u2E80', LetterScript.Han),
        ('\u2FF0', LetterScript.None), ('\u3005', LetterScript.Han), ('\u3008', LetterScript.None), ('\u3041', LetterScript.Kana), ('\u3100', LetterScript.Bopomofo), ('\u3130', LetterScript.Hangul), ('\u3190', LetterScript.None),
        ('\u31A0', LetterScript.Bopomofo), ('\u31C0', LetterScript.None), ('\u31F0', LetterScript.Kana), ('\u3200', LetterScript.None), ('\u3400', LetterScript.Han),
        ('\u4DC0', LetterScript.None), ('\u4E00', LetterScript.Han), ('\uA000', LetterScript.Unlisted), ('\uA640', LetterScript.Cyrillic), ('\uA6A0', LetterScript.Unlisted),
        ('\uA720', LetterScript.Latin), ('\uA800', LetterScript.Unlisted), ('\uA8E0', LetterScript.Devanagari), ('\uA900', LetterScript.Unlisted), ('\uA960', LetterScript.Hangul),
        ('\uA980', LetterScript.Unlisted), ('\uA9E0', LetterScript.Myanmar), ('\uAA00', LetterScript.Unlisted), ('\uAA60', LetterScript.Myanmar), ('\uAA80', LetterScript.Unlisted),
        ('\uAB00', LetterScript.Ethiopic), ('\uAB30', LetterScript.Latin), ('\uAB70', LetterScript.Unlisted), ('\uAC00', LetterScript.Hangul), ('\uD800', LetterScript.None),
        ('\uF900', LetterScript.Han), ('\uFB00', LetterScript.Latin), ('\uFB13', LetterScript.Armenian), ('\uFB1D', LetterScript.Hebrew), ('\uFB50', LetterScript.Arabic),
        ('\uFE00', LetterScript.None), ('\uFE70', LetterScript.Arabic), ('\uFEFF', LetterScript.None),
    ];

    // One byte for each 16 characters would blur some blocks; one for each character is 64 KB, of which a text touches a few lines.
    private static readonly byte[] Table = Build();

    /// <summary>Gets the script of a UTF-16 character; none for signs, marks and surrogates.</summary>
    public static LetterScript Of(char c) => (LetterScript)Table[c];

    /// <summary>Gets the script of a surrogate pair: Han beyond the basic plane, else none.</summary>
    public static LetterScript Of(char high, char low) =>
        high is >= '\uD840' and <= '\uD888' && char.IsLowSurrogate(low) ? LetterScript.Han
        : high == '\uD82C' && char.IsLowSurrogate(low) ? LetterScript.Kana
        : LetterScript.None;

    private static byte[] Build()
    {
        var table = new byte[char.MaxValue + 1];
        for (var i = 0; i < Blocks.Length; i++)
        {
            var end = i + 1 < Blocks.Length ? Blocks[i + 1].From : table.Length;
            table.AsSpan(Blocks[i].From, end - Blocks[i].From).Fill((byte)Blocks[i].Script);
        }

        return table;
    }
}
