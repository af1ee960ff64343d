using LanguageRouter.Policies;

namespace LanguageRouter.Stickiness;

/// <summary>Reads the section <c>Stickiness</c> of a policy.</summary>
internal static class StickinessOptionsReader
{
    /// <summary>Reads the section; null where there is none.</summary>
    public static StickinessOptions? Read(ConfigurationReader policy)
    {
        var stickiness = policy.Child("Stickiness");
        if (!stickiness.Exists)
        {
            return null;
        }

        var options = new StickinessOptions
        {
            CacheLifetime = stickiness.Duration("CacheLifetime"),
            ExpectedTurns = stickiness.Integer("ExpectedTurns"),
            SwitchMargin = stickiness.Real("SwitchMargin"),
        };
        stickiness.RejectUnknownKeys();
        return options;
    }
}
