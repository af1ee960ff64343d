using LanguageRouter.Signals;

namespace LanguageRouter.Policies;

/// <summary>Represents what a tenant, or the defaults of all tenants, wants of the translated path.</summary>
/// <remarks>A value that is <see langword="null"/> is inherited; a list or table replaces the inherited one whole.</remarks>
public sealed class TranslationPolicyOptions
{
    /// <summary>Gets or sets the terms with the translation to use. Default: none.</summary>
    public IList<GlossaryTermOptions>? Glossary { get; set; }

    /// <summary>Gets or sets the words that stay as they are in both directions. Default: none.</summary>
    public IList<string>? NeverTranslate { get; set; }

    /// <summary>Gets or sets what is prose in calls and results, by the tool's name. Default: none; a request with a tool that is not named here is not translated.</summary>
    public IDictionary<string, ToolTextOptions>? Tools { get; set; }

    /// <summary>Gets or sets a value indicating whether answers in JSON are translated where the schema has no Japanese names or literals. Default: <see langword="false"/>.</summary>
    public bool? JsonAnswers { get; set; }

    /// <summary>Gets or sets the politeness of Japanese answers: <c>plain</c>, <c>polite</c> or <c>honorific</c>. Default: inferred from the conversation.</summary>
    public Register? Register { get; set; }

    /// <summary>Gets or sets a value indicating whether an inferred politeness follows the user's own style. Default: <see langword="false"/>.</summary>
    public bool? FollowUserStyle { get; set; }

    /// <summary>Gets or sets how many sentences are measured before a translator can be excluded. Default: 200.</summary>
    public int? MinimumSample { get; set; }

    /// <summary>Gets or sets the share of sentences failing verification, 0 to 1, above which the path is excluded. Default: 0.1; 1 never excludes.</summary>
    public double? HighestFailureRate { get; set; }

    /// <summary>Gets or sets how long the path stays excluded before its translator is measured again. Default: 10 minutes.</summary>
    public TimeSpan? Pause { get; set; }

    /// <summary>Fills what is not stated with what is inherited.</summary>
    internal TranslationPolicyOptions Over(TranslationPolicyOptions? inherited) => inherited is null ? this : new()
    {
        Glossary = Glossary ?? inherited.Glossary,
        NeverTranslate = NeverTranslate ?? inherited.NeverTranslate,
        Tools = Tools ?? inherited.Tools,
        JsonAnswers = JsonAnswers ?? inherited.JsonAnswers,
        Register = Register ?? inherited.Register,
        FollowUserStyle = FollowUserStyle ?? inherited.FollowUserStyle,
        MinimumSample = MinimumSample ?? inherited.MinimumSample,
        HighestFailureRate = HighestFailureRate ?? inherited.HighestFailureRate,
        Pause = Pause ?? inherited.Pause,
    };
}
