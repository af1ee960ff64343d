namespace LanguageRouter.Policies;

/// <summary>What happens to a request whose language the evidence does not decide.</summary>
public enum UndeterminedLanguage
{
    /// <summary>It goes to the default route.</summary>
    DefaultRoute,

    /// <summary>It is scored among the routes that do not depend on the language.</summary>
    Score,
}
