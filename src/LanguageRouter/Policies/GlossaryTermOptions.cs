using LanguageRouter.Paths.Translation;

namespace LanguageRouter.Policies;

/// <summary>Represents the configuration of one term of a tenant's glossary.</summary>
public sealed class GlossaryTermOptions
{
    /// <summary>Gets or sets the term in the users' language. Required.</summary>
    public string? Source { get; set; }

    /// <summary>Gets or sets the term in the model's language. Required.</summary>
    public string? Target { get; set; }

    /// <summary>Gets or sets where the term applies. Default: both ways.</summary>
    public GlossaryDirection? Direction { get; set; }
}
