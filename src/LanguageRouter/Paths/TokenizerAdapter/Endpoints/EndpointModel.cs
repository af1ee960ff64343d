namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>What a server says of a model.</summary>
/// <param name="ModelId">The model's name at the server.</param>
/// <param name="ContextWindow">The largest prompt and answer together, in tokens; <see langword="null"/> where not told.</param>
/// <param name="VocabularySize">The number of token ids; <see langword="null"/> where not told.</param>
/// <param name="Fingerprint">What changes when another model is served under the same name; <see langword="null"/> where not told.</param>
public sealed record EndpointModel(string ModelId, int? ContextWindow, int? VocabularySize, string? Fingerprint);
