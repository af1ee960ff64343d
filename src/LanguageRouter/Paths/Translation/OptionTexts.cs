using System.Text.Json;
using LanguageRouter.Paths.Translation.Structure;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Paths.Translation;

/// <summary>Lists what the options of a request say to the model in prose: instructions, descriptions of tools, parameters and the answer's schema.</summary>
internal static class OptionTexts
{
    public static IEnumerable<string> Of(ChatOptions? options)
    {
        if (options is null)
        {
            yield break;
        }

        if (options.Instructions is { Length: > 0 } instructions)
        {
            yield return instructions;
        }

        foreach (var text in (options.Tools ?? []).SelectMany(Of))
        {
            yield return text;
        }

        if (options.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } format)
        {
            foreach (var text in Descriptions(schema).Append(format.SchemaDescription ?? ""))
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<string> Of(AITool tool) =>
        tool is AIFunctionDeclaration function ? Descriptions(function.JsonSchema).Prepend(tool.Description) : [];

    private static IReadOnlyList<string> Descriptions(JsonElement schema) =>
        JsonTextValues.TryRead(schema.GetRawText(), DescriptionSelector.Instance)?.Values ?? [];
}
