using LanguageRouter.Signals;

namespace LanguageRouter.Paths.Translation.History;

/// <summary>Names a remembered translation by everything that it depends on.</summary>
/// <remarks>The whole text is part of the key, not a hash of it: no two texts can be mistaken for each other.</remarks>
internal sealed record ShadowKey
{
    /// <summary>Gets the tenant; <see langword="null"/> is the client's own anonymous scope.</summary>
    public required string? Tenant { get; init; }

    /// <summary>Gets the conversation, where the translation belongs to one.</summary>
    public required string? ConversationId { get; init; }

    public required string Source { get; init; }

    public required string Target { get; init; }

    public required string Translator { get; init; }

    public required string TranslatorVersion { get; init; }

    public required string? GlossaryVersion { get; init; }

    public required Register Register { get; init; }

    /// <summary>Gets the context shown to the translator.</summary>
    public required string? Context { get; init; }

    public required string Text { get; init; }

    /// <summary>Gets the memory that the entry takes, in characters.</summary>
    public long Size(string translation) => Text.Length + (Context?.Length ?? 0) + translation.Length + 100;
}
