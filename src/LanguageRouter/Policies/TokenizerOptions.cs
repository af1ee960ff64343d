using LanguageRouter.Tokens.SentencePiece;

namespace LanguageRouter.Policies;

/// <summary>Represents the configuration of a tokenizer that comes from a file.</summary>
/// <remarks>In a configuration section the path alone may stand in its place.</remarks>
public sealed class TokenizerOptions
{
    /// <summary>Gets or sets the file: a Hugging Face <c>tokenizer.json</c> where its name ends in <c>.json</c>, else a SentencePiece <c>.model</c>. Required.</summary>
    /// <remarks>
    /// A relative path in a configuration section starts at the application's content root, where its settings file lies; one that is set in
    /// code starts at the working directory, as everywhere in .NET.
    /// </remarks>
    public string? File { get; set; }

    /// <summary>Gets or sets whose reading of a <c>.model</c> file the counts follow. Default: SentencePiece's own.</summary>
    /// <remarks>For text that goes to llama.cpp as text: its reading of Unigram vocabularies is another one, and so is what it counts.</remarks>
    public SentencePieceDialect? Reading { get; set; }

    /// <summary>Tells whether a file is read as a <c>tokenizer.json</c>.</summary>
    internal static bool IsJson(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
