using LanguageRouter.Tokens;

namespace LanguageRouter.Paths.TokenizerAdapter;

/// <summary>Represents an adapter by its parts.</summary>
public sealed record AdaptedModel : ITokenizerAdapter
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required string ModelId { get; init; }

    /// <inheritdoc/>
    public required ITokenEncoder Encoder { get; init; }

    /// <inheritdoc/>
    public required ChatTemplate Template { get; init; }

    /// <inheritdoc/>
    public required int ContextWindow { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<LoraWeight> Loras { get; init; } = [];

    /// <inheritdoc/>
    public ITokenEncoder? ServerEncoder { get; init; }

    /// <inheritdoc/>
    public ITokenCounter? BaseCounter { get; init; }
}
