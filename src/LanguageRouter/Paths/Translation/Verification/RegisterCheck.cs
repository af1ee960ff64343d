using LanguageRouter.Signals;

namespace LanguageRouter.Paths.Translation.Verification;

/// <summary>Finds a Japanese sentence whose end is not in the register asked for.</summary>
internal static class RegisterCheck
{
    private static readonly string[] PoliteEnds = ["です", "ます", "ました", "ません", "でした", "ましょう", "でしょう", "ください", "ですか", "ますか", "ですね", "ますね", "ですよ", "ますよ"];
    private static readonly string[] PlainEnds = ["である", "であった", "だった", "だ", "ではない", "だろう"];

    public static bool Differs(string translation, Register register)
    {
        if (register == Register.Unknown)
        {
            return false;
        }

        // Only full sentences have a register: titles and fragments have none.
        if (translation.Length < 4 || translation[^1] is not ('。' or '！' or '？'))
        {
            return false;
        }

        var end = translation.AsSpan(0, translation.Length - 1);
        foreach (var wrong in register == Register.Plain ? PoliteEnds : PlainEnds)
        {
            if (end.EndsWith(wrong, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
