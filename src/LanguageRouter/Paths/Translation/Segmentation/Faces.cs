using System.Buffers;

namespace LanguageRouter.Paths.Translation.Segmentation;

/// <summary>Reads the faces of letters and signs that end sentences as emoji do: (^_^), (笑).</summary>
internal static class Faces
{
    private const int LongestFace = 8;

    private static readonly SearchValues<char> FaceMarks = SearchValues.Create("^_;*´｀∀ω≧≦><");

    /// <summary>Gets the length of the face, or of a note such as (笑), that a bracket begins.</summary>
    /// <returns>0 where there is none, -1 where more of the line is needed.</returns>
    public static int LengthAt(ReadOnlySpan<char> line, int start, bool complete)
    {
        var window = line[(start + 1)..Math.Min(line.Length, start + 1 + LongestFace)];
        var close = window.IndexOfAny(')', '）');
        if (close < 0)
        {
            return window.Length < LongestFace && !complete ? -1 : 0;
        }

        var inside = window[..close];
        if (inside is "笑" or "泣" or "爆" or "涙" or "汗" or "苦笑" or "爆笑" or "w" or "ｗ")
        {
            return close + 2;
        }

        return inside.Length >= 2 && inside.ContainsAny(FaceMarks) && !HasOtherLetters(inside) ? close + 2 : 0;
    }

    private static bool HasOtherLetters(ReadOnlySpan<char> inside)
    {
        foreach (var c in inside)
        {
            if (char.IsLetterOrDigit(c) && c is not ('o' or 'O' or 'ω' or 'v' or 'm' or 'T' or 'Д' or 'w' or '0'))
            {
                return true;
            }
        }

        return false;
    }
}
