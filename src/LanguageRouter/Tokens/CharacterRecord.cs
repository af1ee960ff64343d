using System.Globalization;

namespace LanguageRouter.Tokens;

/// <summary>The bits of the word kept for each UTF-16 unit: all that splitting and counting ask of it.</summary>
/// <remarks>
/// Bits 0-17: the id of the token that is this character alone, or, where it is <see cref="Broken"/>, the number of
/// its tokens. Then the flags below. Bits 32-63: where the character's row begins in the <see cref="BigramTable"/>.
/// </remarks>
internal static class CharacterRecord
{
    public const uint IdMask = BytePairMerges.None;

    /// <summary>The right one of a crossing pair whose left one is a space; see <see cref="CrossingMerges"/>.</summary>
    public const uint CrossesSpace = 1u << 18;

    /// <summary>The right one of a crossing pair that begins with another whole character.</summary>
    public const uint CrossesCharacter = 1u << 19;

    /// <summary>The right one of a crossing pair that begins with the last bytes of a character.</summary>
    public const uint CrossesTail = 1u << 20;

    /// <summary>How much higher the bits for the left one of such pairs stand.</summary>
    public const int LeftShift = 3;

    public const uint CrossMask = CrossesSpace | CrossesCharacter | CrossesTail;

    /// <summary>No token is this character alone.</summary>
    public const uint Broken = 1u << BrokenBit;

    public const int BrokenBit = 24;

    /// <summary>Half of a surrogate pair, to be read with its other half.</summary>
    public const uint Surrogate = 1u << 25;

    /// <summary>Lu, Lt, Lm, Lo, M: may stand in the upper part of a word.</summary>
    public const uint Upper = 1u << 26;

    /// <summary>Ll, Lm, Lo, M: may stand in the lower part of a word.</summary>
    public const uint Lower = 1u << 27;

    public const uint Letter = 1u << 28;

    public const uint Number = 1u << 29;

    public const uint Space = 1u << 30;

    /// <summary>Carriage return or line feed; they have <see cref="Space"/> too.</summary>
    public const uint NewLine = 1u << 31;

    /// <summary>Gets the class bits of a code point; U+FFFD stands for a lone surrogate.</summary>
    public static uint ClassOf(int codePoint)
    {
        if (codePoint is '\r' or '\n')
        {
            return Space | NewLine;
        }

        if (codePoint <= char.MaxValue && char.IsWhiteSpace((char)codePoint))
        {
            return Space;
        }

        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Letter | Upper,
            UnicodeCategory.LowercaseLetter => Letter | Lower,
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Letter | Upper | Lower,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Upper | Lower,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Number,
            _ => 0,
        };
    }
}
