using System.Text.Json;

namespace LanguageRouter.Review.Evaluation;

/// <summary>Reads outcome tables: JSON Lines with one outcome a line, as <c>language-router measure</c> writes them or as public benchmarks have them.</summary>
internal static class OutcomeReader
{
    private static readonly string[] PromptNames = ["id", "item_id"];
    private static readonly string[] RouteNames = ["route", "model"];
    private static readonly string[] QualityNames = ["quality", "norm"];
    private static readonly string[] TokenNames = ["outputTokens", "tok_o200k"];

    /// <summary>Reads a table; lines that name no judge belong to the given one.</summary>
    /// <exception cref="FormatException">A line is not an outcome; the message names the file, the line and the field.</exception>
    public static IEnumerable<OutcomeRow> Read(TextReader reader, string file, string judge)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line) && Parse(line, file, number, judge) is { } row)
            {
                yield return row;
            }
        }
    }

    private static OutcomeRow? Parse(string line, string file, int number, string judge)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{file}, line {number}: this is not JSON ({exception.BytePositionInLine}). Fix: write one JSON object a line.", exception);
        }

        using (document)
        {
            var root = document.RootElement;
            var place = $"{file}, line {number}";
            var quality = Number(root, QualityNames, place);
            if (quality is null)
            {
                // The route failed, or nobody judged the answer: the prompt cannot be compared.
                return null;
            }

            if (quality is not (>= 0 and <= 1))
            {
                throw new FormatException(FormattableString.Invariant($"{place}: the quality is {quality}. Fix: scale it to 0 to 1."));
            }

            return new OutcomeRow(
                Text(root, PromptNames) ?? throw Missing(place, PromptNames),
                Text(root, RouteNames) ?? throw Missing(place, RouteNames),
                Text(root, ["judge"]) ?? judge,
                quality.Value,
                Number(root, ["costUsd"], place),
                Number(root, TokenNames, place));
        }
    }

    private static FormatException Missing(string place, string[] names) => new($"{place}: there is no '{names[0]}'. Fix: give each outcome a field '{string.Join("' or '", names)}'.");

    private static string? Text(JsonElement root, string[] names)
    {
        foreach (var name in names)
        {
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
            }
        }

        return null;
    }

    private static double? Number(JsonElement root, string[] names, string place)
    {
        foreach (var name in names)
        {
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                return value.TryGetDouble(out var number) ? number : throw new FormatException($"{place}: '{name}' is not a number.");
            }
        }

        return null;
    }
}
