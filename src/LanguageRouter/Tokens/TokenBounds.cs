namespace LanguageRouter.Tokens;

internal static class TokenBounds
{
    public static TokenInterval Estimate(string tokenizer, in TextProfile profile)
    {
        _ = tokenizer;
        var likely = (int)(profile.Cjk * 0.75 + (profile.Characters - profile.Cjk) * 0.22);
        return new TokenInterval(profile.Characters == 0 ? 0 : Math.Min(1, likely), likely, profile.Utf8Bytes);
    }
}
