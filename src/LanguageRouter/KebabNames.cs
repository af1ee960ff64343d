using System.Collections.Frozen;
using System.Text.Json;

namespace LanguageRouter;

/// <summary>The names of an enum as configuration, telemetry and JSON write them: <c>code-with-japanese</c>. They are made once.</summary>
internal static class KebabNames<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    public static string Of(T value) => Names.TryGetValue(value, out var name) ? name : value.ToString();
}
