using System.Collections.Immutable;
using LanguageRouter.Learning;
using LanguageRouter.Routes;
using LanguageRouter.Tokens;

namespace LanguageRouter.Signals;

/// <summary>Represents what is measured of a request before it is routed. It holds features and no text.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record RequestSignals
{
    private readonly PackedProfile _system;
    private readonly PackedProfile _history;
    private readonly PackedProfile _prompt;

    /// <summary>Gets the language of the request: of its instruction, where an instruction and material differ.</summary>
    public required DetectedLanguage Language { get; init; }

    /// <summary>Gets the shares of the languages in the prose of the last user turn, largest first.</summary>
    public ImmutableArray<LanguageShare> Languages { get; init; } = [];

    /// <summary>Gets the BCP 47 tag of the language in which the user wants the answer: the one asked for, else the request's own.</summary>
    public required string AnswerLanguage { get; init; }

    /// <summary>Gets a value indicating whether the user asked for the answer language in words.</summary>
    public bool AnswerLanguageIsAsked { get; init; }

    /// <summary>Gets what the request asks a model to do.</summary>
    public TaskKind Task { get; init; }

    /// <summary>Gets the code of the evidence for <see cref="Task"/>, from the library's own tables; <c>none</c> where nothing fired.</summary>
    public string TaskEvidence { get; init; } = "none";

    /// <summary>Gets the politeness of the request.</summary>
    public Register Register { get; init; }

    /// <summary>Gets the characters (UTF-16) of all messages.</summary>
    public int Characters { get; init; }

    /// <summary>Gets the characters (UTF-16) of the last user turn.</summary>
    public int PromptCharacters { get; init; }

    /// <summary>Gets the number of user turns.</summary>
    public int Turns { get; init; }

    /// <summary>Gets the number of tools offered.</summary>
    public int Tools { get; init; }

    // Names of tools and the state of a schema are for rules; they are not told to others.
    internal ImmutableArray<string> ToolNames { get; init; } = [];

    internal bool SchemaIsJapanese { get; init; }

    /// <summary>Gets a value indicating whether the answer is read as it is written: a translated one then takes several calls to the translator.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>Gets a value indicating whether the conversation holds tool calls or results.</summary>
    public bool HasToolCalls { get; init; }

    /// <summary>Gets the form of the answer.</summary>
    public ResponseFormat ResponseFormat { get; init; }

    /// <summary>Gets the number of contents that are not text: images, audio, files.</summary>
    public int Attachments { get; init; }

    /// <summary>Gets what the answering model must accept.</summary>
    public ModelCapabilities Requires { get; init; }

    /// <summary>Gets the most output tokens that the caller allows; <see langword="null"/> for no limit.</summary>
    public int? MaxOutputTokens { get; init; }

    // What wording files predict of the models; null where no policy names one.
    internal WordingPrediction? Wording { get; init; }

    internal TextProfile System { get => _system.Unpack(); init => _system = PackedProfile.Of(value); }

    internal TextProfile History { get => _history.Unpack(); init => _history = PackedProfile.Of(value); }

    internal TextProfile Prompt { get => _prompt.Unpack(); init => _prompt = PackedProfile.Of(value); }

    /// <summary>Estimates the tokens of all messages as written.</summary>
    /// <param name="tokenizer">The tokenizer's name.</param>
    /// <returns>An interval that holds the exact number, without a chat template.</returns>
    public TokenInterval EstimateTokens(string tokenizer) =>
        TokenBounds.Estimate(tokenizer, _system.IsEmpty && _history.IsEmpty ? Prompt : System + History + Prompt);
}
