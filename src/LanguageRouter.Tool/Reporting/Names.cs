using System.Text.Json;

namespace LanguageRouter.Tool.Reporting;

/// <summary>Names of enums as configuration and JSON write them.</summary>
internal static class Names
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
