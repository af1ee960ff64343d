namespace LanguageRouter.OpenAI.Configuration;

/// <summary>Tells the name of a variable from a key that was put in its place.</summary>
internal static class KeyVariableName
{
    // A name is made of words; keys are one long run of letters and digits, often behind a short prefix such as "sk-" or "hf_".
    private const int LongestWord = 19;

    public static bool IsOne(string text)
    {
        if (!char.IsAsciiLetter(text[0]) && text[0] != '_')
        {
            return false;
        }

        var word = 0;
        foreach (var c in text)
        {
            word = c is '_' or ':' or '.' ? 0 : word + 1;
            if (word > LongestWord || (word > 0 && !char.IsAsciiLetterOrDigit(c)))
            {
                return false;
            }
        }

        return true;
    }
}
