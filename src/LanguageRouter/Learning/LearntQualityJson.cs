using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LanguageRouter.Signals;

namespace LanguageRouter.Learning;

/// <summary>The exported form of what was learnt: one line per cell, sorted, so that two exports can be compared.</summary>
internal static partial class LearntQualityJson
{
    private const int Version = 1;

    public static string Write(IEnumerable<KeyValuePair<string, LearntQuality>> tenants)
    {
        var lines = tenants
            .SelectMany(pair => pair.Value.Cells.Select(cell => new Line(
                pair.Key, cell.Key.Route, cell.Key.Against, cell.Key.Task, cell.Key.Language, cell.Value.Weight, cell.Value.Sum, cell.Value.Squares, cell.Value.AsOf)))
            .OrderBy(line => line.Tenant, StringComparer.Ordinal).ThenBy(line => line.Route, StringComparer.Ordinal).ThenBy(line => line.Against, StringComparer.Ordinal)
            .ThenBy(line => line.Task).ThenBy(line => line.Language, StringComparer.Ordinal);
        return JsonSerializer.Serialize(new State(Version, [.. lines]), StateJson.Default.State);
    }

    public static IEnumerable<KeyValuePair<string, LearntQuality>> Read(string json, Func<string, TimeSpan> halfLifeOf)
    {
        ArgumentNullException.ThrowIfNull(json);
        State? state;
        try
        {
            state = JsonSerializer.Deserialize(json, StateJson.Default.State);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The learnt state is not what QualityLearner.Export writes (line {exception.LineNumber}, {exception.Path}). Fix: import an exported state.", exception);
        }

        if (state is not { Version: Version, Cells: { } cells })
        {
            throw new FormatException($"The learnt state has version {state?.Version}; this library reads version {Version}. Fix: export it again, or reset it.");
        }

        // Sums fade with the half-life that is in force where they are read, from their own time on.
        return cells.GroupBy(line => line.Tenant, StringComparer.Ordinal).Select(group => KeyValuePair.Create(
            group.Key,
            new LearntQuality(halfLifeOf(group.Key), group.ToImmutableDictionary(
                line => new QualityCell(line.Route, line.Against, line.Task, line.Language),
                line => new QualitySum(line.Weight, line.Sum, line.Squares, line.AsOf)))));
    }

    internal sealed record State(int Version, ImmutableArray<Line> Cells);

    internal sealed record Line(string Tenant, string Route, string Against, TaskKind Task, string Language, double Weight, double Sum, double Squares, DateTimeOffset AsOf);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(TaskConverter)])]
    [JsonSerializable(typeof(State))]
    private sealed partial class StateJson : JsonSerializerContext;

    private sealed class TaskConverter() : JsonStringEnumConverter<TaskKind>(JsonNamingPolicy.KebabCaseLower);
}
