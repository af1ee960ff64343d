using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Reads what <see cref="TokenizerAdapterChatClient"/> adds to its responses.</summary>
public static class AdapterResponseExtensions
{
    internal const string AccountKey = "language_router.adapter_account";
    internal const string AnswerIdsKey = "language_router.answer_ids";

    /// <summary>Gets the account of a response.</summary>
    /// <param name="response">A response of <see cref="TokenizerAdapterChatClient"/>.</param>
    /// <returns>The account; <see langword="null"/> where the response is another client's.</returns>
    public static AdapterAccount? GetAdapterAccount(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Account(response.AdditionalProperties);
    }

    /// <summary>Gets the account that the last streamed update carries.</summary>
    /// <param name="update">An update of <see cref="TokenizerAdapterChatClient"/>.</param>
    /// <returns>The account; <see langword="null"/> on all other updates.</returns>
    public static AdapterAccount? GetAdapterAccount(this ChatResponseUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Account(update.AdditionalProperties);
    }

    /// <summary>Gets the token ids of an answer, which its message keeps so that the next prompt repeats them unchanged.</summary>
    /// <param name="message">A message of the assistant.</param>
    /// <returns>The ids; <see langword="null"/> where the server did not send them.</returns>
    public static IReadOnlyList<int>? GetAnswerIds(this ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.AdditionalProperties is { } properties && properties.TryGetValue(AnswerIdsKey, out var value) ? value as IReadOnlyList<int> : null;
    }

    private static AdapterAccount? Account(AdditionalPropertiesDictionary? properties) =>
        properties is not null && properties.TryGetValue(AccountKey, out var value) ? value as AdapterAccount : null;
}
