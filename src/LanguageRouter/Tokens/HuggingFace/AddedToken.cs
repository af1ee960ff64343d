using System.Text.Json;

namespace LanguageRouter.Tokens.HuggingFace;

/// <summary>A token that a tokenizer file adds to its vocabulary.</summary>
internal sealed record AddedToken(string Content, int Id, bool IsSpecial, bool TakesNeighbours, bool IsNormalized)
{
    public static AddedToken Read(JsonElement element) => new(
        element.GetProperty("content").GetString() ?? string.Empty,
        element.GetProperty("id").GetInt32(),
        Flag(element, "special"),
        Flag(element, "lstrip") || Flag(element, "rstrip") || Flag(element, "single_word"),
        Flag(element, "normalized"));

    /// <exception cref="InvalidDataException">The token is found in text in a way that is not supported.</exception>
    public void CheckPlain(IRewrite normalizer)
    {
        if (TakesNeighbours)
        {
            throw TokenizerJson.Unsupported("added token that takes spaces along or stands alone", Content);
        }

        // The reference looks for such a word in normalized text; the same is found in the text itself only where the
        // normalizer leaves the word alone.
        if (IsNormalized && normalizer.Apply(Content, TextPosition.Continuation) != Content)
        {
            throw TokenizerJson.Unsupported("added token that is matched after normalization", Content);
        }
    }

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
