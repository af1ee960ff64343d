using System.Collections.Frozen;

namespace LanguageRouter.Paths.Translation;

/// <summary>Says what of a tool's calls and results is prose, so that it is translated; all else stays byte for byte.</summary>
public sealed record ToolText
{
    /// <summary>Gets the names of the arguments that hold prose: the tool gets them in the user's language, the model reads its own words. Default none.</summary>
    public IReadOnlySet<string> Arguments { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Gets the names of the properties that hold prose in a result; <c>*</c> stands for a result that is a plain text. Default none.</summary>
    public IReadOnlySet<string> Results { get; init; } = FrozenSet<string>.Empty;
}
