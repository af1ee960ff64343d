using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>Attaches wishes to a request and reads what a response tells of its translation.</summary>
public static class TranslationWishesExtensions
{
    private const string WishesKey = "language_router.translation";
    private const string OriginalKey = "language_router.original";

    /// <summary>Attaches what a request wants of translation.</summary>
    /// <param name="options">The options of the request; they are changed.</param>
    /// <param name="wishes">The wishes.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A limit of <see cref="TranslationWishes.Fidelity"/> is negative, or its sample is 0.</exception>
    public static ChatOptions WithTranslation(this ChatOptions options, TranslationWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(wishes);
        wishes.Fidelity?.Validate(nameof(wishes));
        (options.AdditionalProperties ??= [])[WishesKey] = wishes;
        return options;
    }

    /// <summary>Gets the answer as the model wrote it, before translation.</summary>
    /// <param name="response">A response of a <see cref="TranslatingChatClient"/>.</param>
    /// <returns>The text; <see langword="null"/> where it was not asked for or nothing was translated.</returns>
    public static string? GetUntranslatedText(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Read(response.AdditionalProperties);
    }

    /// <summary>Gets the answer as the model wrote it; the last update carries it.</summary>
    /// <param name="update">An update of a <see cref="TranslatingChatClient"/>.</param>
    /// <returns>The text; <see langword="null"/> where it was not asked for or on another update.</returns>
    public static string? GetUntranslatedText(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Read(update.AdditionalProperties);
    }

    internal static TranslationWishes? GetTranslationWishes(this ChatOptions? options) =>
        options?.AdditionalProperties is { } all && all.TryGetValue(WishesKey, out var value) ? value as TranslationWishes : null;

    internal static void RemoveTranslationWishes(this ChatOptions options) => options.AdditionalProperties?.Remove(WishesKey);

    internal static void SetUntranslatedText(this ChatResponse response, string text) => (response.AdditionalProperties ??= [])[OriginalKey] = text;

    internal static void SetUntranslatedText(this ChatResponseUpdate update, string text) => (update.AdditionalProperties ??= [])[OriginalKey] = text;

    private static string? Read(AdditionalPropertiesDictionary? all) =>
        all is not null && all.TryGetValue(OriginalKey, out var value) ? value as string : null;
}
