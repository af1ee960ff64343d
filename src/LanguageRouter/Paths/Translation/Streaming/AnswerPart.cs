using LanguageRouter.Paths.Translation.Segmentation;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation.Streaming;

/// <summary>A part of a streamed answer on its way to the reader: pieces of text whose translation is under way, or other content.</summary>
internal sealed record AnswerPart
{
    public IReadOnlyList<TextPiece> Pieces { get; init; } = [];

    /// <summary>Gets the translations of the prose among the pieces.</summary>
    public Task<string[]>? Translation { get; init; }

    /// <summary>Gets the translation of an answer that is translated as a whole: JSON.</summary>
    public Task<string>? Whole { get; init; }

    /// <summary>Gets content that is passed on after the text before it; the arguments of a tool call may be under translation.</summary>
    public Task<AIContent>? Content { get; init; }

    /// <summary>Gets a value indicating whether a run of text ends here.</summary>
    public bool EndsText { get; init; }

    /// <summary>Gets the update of the model that the part came with.</summary>
    public required ChatResponseUpdate Origin { get; init; }
}
