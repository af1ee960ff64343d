namespace LanguageRouter.Signals;

/// <summary>Compares BCP 47 tags.</summary>
internal static class LanguageTag
{
    /// <summary>Basic filtering of RFC 4647: the range "ja" matches "ja" and "ja-Latn".</summary>
    public static bool Matches(string tag, string range) =>
        tag.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (tag.Length == range.Length || tag[range.Length] == '-');

    /// <summary>The language without script and region.</summary>
    public static string Primary(string tag)
    {
        var dash = tag.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? tag : tag[..dash];
    }

    /// <summary>The form in which an answer is written: who types romaji reads Japanese.</summary>
    public static string Written(string tag) => tag == "ja-Latn" ? "ja" : tag;
}
