namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>The printable characters that byte-level vocabularies write bytes as (GPT-2's table).</summary>
internal static class ByteAlphabet
{
    private static readonly char[] Characters = Make();
    private static readonly Dictionary<char, byte> Bytes = Enumerable.Range(0, 256).ToDictionary(value => Characters[value], value => (byte)value);

    public static char CharacterOf(byte value) => Characters[value];

    /// <summary>Turns a token as the vocabulary writes it into its bytes.</summary>
    /// <returns><see langword="false"/> where it has a character that stands for no byte.</returns>
    public static bool TryDecode(string token, out byte[] bytes)
    {
        bytes = new byte[token.Length];
        for (var i = 0; i < token.Length; i++)
        {
            if (!Bytes.TryGetValue(token[i], out bytes[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static char[] Make()
    {
        // Bytes that print in Latin-1 stand for themselves, the others are numbered on from U+0100.
        var characters = new char[256];
        var next = '\u0100';
        for (var value = 0; value < 256; value++)
        {
            characters[value] = value is (>= 0x21 and <= 0x7E) or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF) ? (char)value : next++;
        }

        return characters;
    }
}
