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

    /// <summary>
    /// Gets the properties that hold prose in the results of each tool, by the tool's name; they are translated for the model. A name of
    /// <c>*</c> stands for a result that is a plain text. Default empty: results of tools stay as they are. Arguments always stay.
    /// </summary>
    public IDictionary<string, IReadOnlySet<string>> ToolText { get; private set; } = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);

    /// <summary>Gets or sets how many sentences of a tenant are measured before its translator can be excluded. Default 200.</summary>
    public int GateMinimumSample { get; set; } = 200;

    /// <summary>Gets or sets the share of sentences failing verification above which a tenant's requests are not translated. Default 0.1; 1 never excludes.</summary>
    public double GateFailureRate { get; set; } = 0.1;

    /// <summary>Gets or sets how long a tenant stays excluded before it is measured again. Default 10 minutes.</summary>
    public TimeSpan GatePause { get; set; } = TimeSpan.FromMinutes(10);

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
        ArgumentOutOfRangeException.ThrowIfLessThan(GateMinimumSample, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(GateFailureRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(GatePause, TimeSpan.Zero);
        var copy = (TranslationOptions)MemberwiseClone();
        copy.ToolText = new Dictionary<string, IReadOnlySet<string>>(ToolText, StringComparer.Ordinal);
        return copy;
    }
}
