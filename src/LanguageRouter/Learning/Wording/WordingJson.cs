using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LanguageRouter.Learning;

/// <summary>The form of wording files.</summary>
internal static class WordingJson
{
    private const string Format = "language-router-wording";
    private const int Version = 1;
    private const int MostModels = 64;
    private const int MostPairs = 1 << 20;

    public static string Write(WordingFile file)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n\"format\": \"{Format}\", \"version\": {Version},\n");
        text.Append(CultureInfo.InvariantCulture, $"\"judge\": {Text(file.Judge)}, \"language\": {Text(file.Language)}, \"prompts\": {file.Prompts}, \"pooled\": {file.Pooled},\n\"models\": [\n");
        text.AppendJoin(",\n", file.Models.Select(model => $"{{\"name\": {Text(model.Name)}, \"points\": {Text(model.Points)}, \"error\": {Text(model.Error)}, \"explained\": {Text(model.Explained)}}}"));
        text.Append("\n],\n\"gains\": [\n");
        text.AppendJoin(",\n", file.Gains.Select(gain => $"{{\"one\": {Text(gain.One)}, \"other\": {Text(gain.Other)}, \"scoredBy\": {Text(gain.ScoredBy)}, \"low\": {Text(gain.Low)}, \"estimate\": {Text(gain.Estimate)}, \"high\": {Text(gain.High)}}}"));
        text.Append("\n],\n\"pairs\": {\n");
        text.AppendJoin(",\n", file.Pairs.OrderBy(pair => pair.Key).Select(pair => $"\"{pair.Key:x8}\": [{string.Join(", ", pair.Value.Select(Text))}]"));
        return text.Append("\n}\n}\n").ToString();
    }

    public static WordingFile Read(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || !format.ValueEquals(Format))
            {
                throw Wrong(name, "it is no wording file", "write one with language-router learning wording");
            }

            if (Whole(root, "version", name) is var version && version != Version)
            {
                throw Wrong(name, $"it has version {version}, and this library reads version {Version}", "learn it again with the tool of this version");
            }

            var models = Items(root, "models", name, model => new WordingModel(String(model, "name", name), Number(model, "points", name), Number(model, "error", name), Number(model, "explained", name)));
            if (models.Count is < 2 or > MostModels || models.DistinctBy(model => model.Name, StringComparer.Ordinal).Count() < models.Count)
            {
                throw Wrong(name, $"it has {models.Count} models, and needs 2 to {MostModels} of different names", "learn it again with --model for each");
            }

            return new WordingFile
            {
                Judge = String(root, "judge", name),
                Language = String(root, "language", name),
                Prompts = Whole(root, "prompts", name),
                Pooled = Whole(root, "pooled", name),
                Models = models,
                Gains = Items(root, "gains", name, gain => new WordingGain(
                    String(gain, "one", name), String(gain, "other", name), String(gain, "scoredBy", name), Number(gain, "low", name), Number(gain, "estimate", name), Number(gain, "high", name))),
                Pairs = Pairs(root, models.Count, name),
            };
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{name} is no JSON (line {(exception.LineNumber + 1)?.ToString(CultureInfo.InvariantCulture)}). Fix: write it again with language-router learning wording.", exception);
        }
    }

    private static Dictionary<uint, IReadOnlyList<double>> Pairs(JsonElement root, int models, string name)
    {
        var pairs = new Dictionary<uint, IReadOnlyList<double>>();
        foreach (var pair in Child(root, "pairs", JsonValueKind.Object, name).EnumerateObject())
        {
            if (pair.Name.Length != 8 || !uint.TryParse(pair.Name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key))
            {
                throw Wrong(name, $"'{pair.Name}' under 'pairs' is no number of eight hexadecimal digits", "do not edit the file; learn it again");
            }

            if (pair.Value.ValueKind != JsonValueKind.Array || pair.Value.GetArrayLength() != models)
            {
                throw Wrong(name, $"'{pair.Name}' under 'pairs' has not one number for each of the {models} models", "do not edit the file; learn it again");
            }

            pairs[key] = [.. pair.Value.EnumerateArray().Select(value => Number(value, pair.Name, name))];
            if (pairs.Count > MostPairs)
            {
                throw Wrong(name, $"it has more than {MostPairs} pairs", "learn it from fewer prompts");
            }
        }

        return pairs;

        static double Number(JsonElement value, string key, string name) =>
            value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) <= 1e6 ? number : throw Wrong(name, $"'{key}' under 'pairs' has the value {value.GetRawText()}", "do not edit the file; learn it again");
    }

    private static List<T> Items<T>(JsonElement root, string key, string name, Func<JsonElement, T> read) => [.. Child(root, key, JsonValueKind.Array, name).EnumerateArray().Select(read)];

    private static string String(JsonElement parent, string key, string name) =>
        Child(parent, key, JsonValueKind.String, name).GetString() is { Length: > 0 } text ? text : throw Wrong(name, $"'{key}' is empty", "learn it again");

    private static double Number(JsonElement parent, string key, string name) => Child(parent, key, JsonValueKind.Number, name).GetDouble() is var number && Math.Abs(number) <= 1e6 ? number
        : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"'{key}' is {number}"), "learn it again");

    private static int Whole(JsonElement parent, string key, string name) =>
        Child(parent, key, JsonValueKind.Number, name).TryGetInt32(out var number) && number > 0 ? number : throw Wrong(name, $"'{key}' is {parent.GetProperty(key).GetRawText()} and not a whole number above 0", "learn it again");

    private static JsonElement Child(JsonElement parent, string key, JsonValueKind kind, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var value) && value.ValueKind == kind ? value : throw Wrong(name, $"'{key}' is missing or no {kind.ToString().ToLowerInvariant()}", "learn it again");

    private static FormatException Wrong(string name, string what, string fix) => new($"{name}: {what}. Fix: {fix}.");

    private static string Text(string value) => $"\"{JsonEncodedText.Encode(value)}\"";

    // Rounded, so that the file can be read; a ten-thousandth of a point decides nothing.
    private static string Text(double value) => (Math.Round(value, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture);
}
