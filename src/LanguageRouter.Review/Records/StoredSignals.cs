using System.Collections.Immutable;

namespace LanguageRouter.Review.Records;

/// <summary>Represents what was measured of a request, as it is kept.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record StoredSignals
{
    /// <summary>Gets the BCP 47 tag of the request's language; <c>und</c> where undetermined.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the confidence in the language, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Gets the BCP 47 tag of the language that the answer is wanted in.</summary>
    public required string AnswerLanguage { get; init; }

    /// <summary>Gets a value indicating whether the user asked for that language in words.</summary>
    public bool AnswerLanguageIsAsked { get; init; }

    /// <summary>Gets the task kind.</summary>
    public required string Task { get; init; }

    /// <summary>Gets the code of the evidence for the task kind.</summary>
    public required string TaskEvidence { get; init; }

    /// <summary>Gets the politeness of the request.</summary>
    public required string Register { get; init; }

    /// <summary>Gets the form of the answer.</summary>
    public required string ResponseFormat { get; init; }

    /// <summary>Gets the characters (UTF-16) of all messages.</summary>
    public int Characters { get; init; }

    /// <summary>Gets the characters (UTF-16) of the last user turn.</summary>
    public int PromptCharacters { get; init; }

    /// <summary>Gets the number of user turns.</summary>
    public int Turns { get; init; }

    /// <summary>Gets the number of tools offered.</summary>
    public int Tools { get; init; }

    /// <summary>Gets a value indicating whether the conversation holds tool calls or results.</summary>
    public bool HasToolCalls { get; init; }

    /// <summary>Gets the number of contents that are not text.</summary>
    public int Attachments { get; init; }

    /// <summary>Gets the most output tokens that the caller allowed; <see langword="null"/> for no limit.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Gets the estimated tokens of all messages as written, in every tokenizer of the policy.</summary>
    public ImmutableArray<StoredTokens> Tokens { get; init; } = [];
}
