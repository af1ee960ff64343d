using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>Configures a <see cref="TranslatingChatClient"/>.</summary>
/// <remarks>Read when the client is made; later changes have no effect.</remarks>
public sealed class TranslationOptions
{
    /// <summary>Gets or sets the language in which the answering model is asked, a BCP 47 tag. Default <c>en</c>.</summary>
    public string ModelLanguage { get; set; } = "en";

    /// <summary>Gets or sets the users' language where a request does not name it, a BCP 47 tag. Default <c>ja</c>.</summary>
    public string UserLanguage { get; set; } = "ja";

    /// <summary>Gets or sets the client that answers untranslated where translation fails before output. Default none: a <see cref="TranslationFailedException"/> is thrown.</summary>
    public IChatClient? Direct { get; set; }

    /// <summary>Gets or sets how long one call to the translator may take. Default 30 seconds.</summary>
    public TimeSpan TranslatorTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how many translations of a streamed answer may be under way or waiting to be read. Default 4.</summary>
    public int LookAhead { get; set; } = 4;

    /// <summary>Gets or sets how many characters of remembered translations are kept in memory. Default 8,000,000.</summary>
    public long HistoryCharacters { get; set; } = 8_000_000;

    /// <summary>Gets or sets how many characters of the message before are shown to the translator as context. Default 200; 0 shows none.</summary>
    public int ContextCharacters { get; set; } = 200;

    /// <summary>Gets what is prose in the calls and results of each tool, by the tool's name. Default empty: both stay as they are.</summary>
    public IDictionary<string, ToolText> ToolText { get; private set; } = new Dictionary<string, ToolText>(StringComparer.Ordinal);

    /// <summary>Gets or sets when a tenant's requests are not translated any more. Default 200 sentences, 0.1, 10 minutes.</summary>
    public FidelityLimits Fidelity { get; set; } = new();

    /// <summary>Gets or sets the clock. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal TranslationOptions Validated()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ModelLanguage);
        ArgumentException.ThrowIfNullOrWhiteSpace(UserLanguage);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TranslatorTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LookAhead, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(HistoryCharacters);
        ArgumentOutOfRangeException.ThrowIfNegative(ContextCharacters);
        ArgumentNullException.ThrowIfNull(Fidelity);
        Fidelity.Validate(nameof(Fidelity));
        var copy = (TranslationOptions)MemberwiseClone();
        copy.ToolText = new Dictionary<string, ToolText>(ToolText, StringComparer.Ordinal);
        return copy;
    }
}
