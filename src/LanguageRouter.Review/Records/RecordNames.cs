using System.Collections.Frozen;
using System.Text.Json;

namespace LanguageRouter.Review.Records;

/// <summary>The names of an enumeration as records write them: <c>code-with-japanese</c>.</summary>
internal static class RecordNames<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    public static string Of(T value) => Names.TryGetValue(value, out var name) ? name : value.ToString();
}
