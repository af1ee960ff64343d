using LanguageRouter.Signals;

namespace LanguageRouter.Paths.Translation;

/// <summary>What one request wants of translation.</summary>
/// <remarks>Given with <see cref="TranslationWishesExtensions.WithTranslation"/>; every part is optional.</remarks>
public sealed record TranslationWishes
{
    /// <summary>Gets the tenant whose remembered translations and measurements apply; <see langword="null"/> for the client's own anonymous scope.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the conversation, whose earlier answers are remembered apart; <see langword="null"/> where the request names none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Gets the user's language, a BCP 47 tag; <see langword="null"/> for that of <see cref="TranslationOptions.UserLanguage"/>.</summary>
    public string? UserLanguage { get; init; }

    /// <summary>Gets the language of the answer, a BCP 47 tag; <see langword="null"/> to read it from the user's words.</summary>
    public string? AnswerLanguage { get; init; }

    /// <summary>Gets the politeness of a Japanese answer; <see cref="Register.Unknown"/> to infer it from the conversation.</summary>
    public Register Register { get; init; }

    /// <summary>Gets a value indicating whether an inferred politeness follows the user's own style. Default <see langword="false"/>: answers are polite unless the conversation asks for or has another style.</summary>
    public bool FollowUserStyle { get; init; }

    /// <summary>Gets the glossary that applies; <see langword="null"/> for none.</summary>
    public TranslationGlossary? Glossary { get; init; }

    /// <summary>Gets what is prose in the calls and results of each tool, by the tool's name; <see langword="null"/> for <see cref="TranslationOptions.ToolText"/>.</summary>
    public IReadOnlyDictionary<string, ToolText>? ToolText { get; init; }

    /// <summary>Gets when the tenant's requests are not translated any more; <see langword="null"/> for <see cref="TranslationOptions.Fidelity"/>.</summary>
    public FidelityLimits? Fidelity { get; init; }

    /// <summary>Gets a value indicating whether the response carries the answer as the model wrote it.</summary>
    public bool IncludeOriginal { get; init; }
}
