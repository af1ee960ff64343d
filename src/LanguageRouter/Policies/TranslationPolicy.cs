using System.Collections.Frozen;
using LanguageRouter.Paths.Translation;
using LanguageRouter.Signals;

namespace LanguageRouter.Policies;

/// <summary>Represents what a tenant wants of the translated path, with all defaults resolved.</summary>
/// <remarks>Immutable and safe for concurrent use. See <see cref="TranslationPolicyOptions"/> for the meaning and the defaults of the values.</remarks>
public sealed record TranslationPolicy
{
    /// <summary>Gets the terms and the words that are never translated; <see langword="null"/> for none.</summary>
    public TranslationGlossary? Glossary { get; init; }

    /// <summary>Gets what is prose in calls and results, by the tool's name.</summary>
    public FrozenDictionary<string, ToolText> Tools { get; init; } = FrozenDictionary<string, ToolText>.Empty;

    /// <summary>Gets a value indicating whether answers in JSON are translated where their schema allows it.</summary>
    public bool JsonAnswers { get; init; }

    /// <summary>Gets the politeness of Japanese answers; <see cref="Signals.Register.Unknown"/> to infer it.</summary>
    public Register Register { get; init; }

    /// <summary>Gets a value indicating whether an inferred politeness follows the user's own style.</summary>
    public bool FollowUserStyle { get; init; }

    /// <summary>Gets when a translator has failed too often for the tenant.</summary>
    public FidelityLimits Fidelity { get; init; } = new();
}
