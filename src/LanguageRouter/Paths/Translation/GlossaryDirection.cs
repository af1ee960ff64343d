namespace LanguageRouter.Paths.Translation;

/// <summary>Where a term of a glossary applies.</summary>
public enum GlossaryDirection
{
    /// <summary>On the way to the model and back.</summary>
    Both,

    /// <summary>On the way to the model alone, such as a second word for the same thing.</summary>
    ToModel,

    /// <summary>On the way back to the user alone.</summary>
    ToUser,
}
