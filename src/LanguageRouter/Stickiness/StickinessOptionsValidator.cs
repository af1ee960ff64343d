namespace LanguageRouter.Stickiness;

/// <summary>Checks what the section <c>Stickiness</c> of a policy means, and collects every mistake with its path and its fix.</summary>
internal static class StickinessOptionsValidator
{
    public static void Validate(string path, StickinessOptions stickiness, List<string> errors)
    {
        if (stickiness.CacheLifetime < TimeSpan.Zero)
        {
            errors.Add($"{path}:CacheLifetime is {stickiness.CacheLifetime:c}. Fix: write a duration of 0 or more.");
        }

        if (stickiness.ExpectedTurns is < 1 or > 1_000)
        {
            errors.Add(FormattableString.Invariant($"{path}:ExpectedTurns is {stickiness.ExpectedTurns}. Fix: write 1 to 1000."));
        }

        if (stickiness.SwitchMargin is < 0 or > 1)
        {
            errors.Add(FormattableString.Invariant($"{path}:SwitchMargin is {stickiness.SwitchMargin}. Fix: write 0 to 1; 0.01 is as much as a point of quality at QualityWeight 1."));
        }
    }
}
