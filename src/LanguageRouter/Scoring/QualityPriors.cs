using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LanguageRouter.Learning;
using LanguageRouter.Routes;
using LanguageRouter.Signals;

namespace LanguageRouter.Scoring;

/// <summary>The quality priors that ship with the library, as data with source and weight.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. Rows whose evidence is <see cref="QualityEvidence.Judgement"/> have no measurement behind them.
/// A task kind without a row of its own takes the row of <see cref="TaskKind.Unknown"/>; a path without either is unmeasured.
/// </remarks>
public sealed partial class QualityPriors
{
    /// <summary>How many points the cautious end loses where two models have never been compared (judgement).</summary>
    public const double UnmeasuredModelRisk = 20;

    private readonly FrozenDictionary<(TaskKind, string), QualityPrior> _rows;

    private QualityPriors(QualityPrior[] rows)
    {
        Rows = [.. rows];
        _rows = rows.ToFrozenDictionary(row => (row.Task, row.Path));
        DeniedTranslations = [.. rows.Where(row => row is { Deny: true, Path: "translated" }).Select(row => row.Task)];
    }

    /// <summary>Gets the shipped priors.</summary>
    public static QualityPriors Shipped { get; } = Load();

    /// <summary>Gets all rows.</summary>
    public ImmutableArray<QualityPrior> Rows { get; }

    /// <summary>Gets the task kinds for which the translated path is denied unless a policy says otherwise.</summary>
    public ImmutableArray<TaskKind> DeniedTranslations { get; }

    /// <summary>Estimates a route's quality against the reference route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="reference">The route that all are compared with; the tenant's default route.</param>
    /// <param name="task">The task kind.</param>
    /// <param name="answerLanguage">The BCP 47 tag of the answer's language, for configured model qualities.</param>
    /// <returns>The estimate.</returns>
    public QualityEstimate Estimate(Route route, Route reference, TaskKind task, string answerLanguage)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(reference);
        return Estimate(route, reference, task, answerLanguage, wording: null);
    }

    /// <summary>Estimates a route's quality, by the request's wording where that predicts both models.</summary>
    internal QualityEstimate Estimate(Route route, Route reference, TaskKind task, string answerLanguage, WordingPrediction? wording)
    {
        if (ReferenceEquals(route, reference) || route.Name == reference.Name)
        {
            return new QualityEstimate(0, 0, QualityEvidence.Reference, "the tenant's default route");
        }

        var path = Gain(PathOf(route), reference.Model.Tier, task);
        var origin = Gain(PathOf(reference), reference.Model.Tier, task);
        var gain = path with { Points = path.Points - origin.Points, LowPoints = path.LowPoints - origin.Points };
        return route.Kind == RouteKind.Translated ? gain : WithModelDifference(gain, route, reference, answerLanguage, wording);
    }

    private static QualityEstimate WithModelDifference(QualityEstimate gain, Route route, Route reference, string language, WordingPrediction? wording)
    {
        if (route.Model.Name == reference.Model.Name)
        {
            return gain;
        }

        if (wording?.Compare(route.Model.Name, reference.Model.Name) is var (predicted, error))
        {
            return new QualityEstimate(gain.Points + predicted, gain.LowPoints + predicted - LearntQuality.Caution * error, QualityEvidence.Predicted, wording.Source);
        }

        if (QualityIn(route.Model, language) is { } own && QualityIn(reference.Model, language) is { } other)
        {
            var difference = own - other;
            return new QualityEstimate(
                gain.Points + difference, gain.LowPoints + difference, QualityEvidence.Configured, route.Model.QualitySource ?? "configuration, no source given");
        }

        // Another model may be much worse, however cheap it is: what nobody measured is not taken to be equal.
        return gain with
        {
            LowPoints = gain.LowPoints - UnmeasuredModelRisk,
            Evidence = QualityEvidence.Unmeasured,
            Source = "the configuration does not compare the two models",
        };
    }

    private static double? QualityIn(Model model, string language) =>
        model.Quality.TryGetValue(language, out var points) || model.Quality.TryGetValue(LanguageTag.Primary(language), out points) ? points : null;

    private QualityEstimate Gain(string? path, ModelTier tier, TaskKind task)
    {
        if (path is null)
        {
            return new QualityEstimate(0, 0, QualityEvidence.Reference, "asked directly");
        }

        if (!_rows.TryGetValue((task, path), out var row) && !_rows.TryGetValue((TaskKind.Unknown, path), out row))
        {
            return new QualityEstimate(0, 0, QualityEvidence.Unmeasured, "no prior for this path and task kind");
        }

        var (low, high) = tier switch
        {
            ModelTier.Small => (row.Small[0], row.Small[1]),
            ModelTier.Frontier => (row.Frontier[0], row.Frontier[1]),
            _ => (Math.Min(row.Small[0], row.Frontier[0]), Math.Min(row.Small[1], row.Frontier[1])),
        };
        return new QualityEstimate((low + high) / 2, low, row.Evidence, row.Source);
    }

    private static string? PathOf(Route route) => route.Kind switch
    {
        RouteKind.Translated => "translated",
        RouteKind.Adapted => "adapted",
        _ => route.ReasoningLanguage is null ? null : "english-reasoning",
    };

    private static QualityPriors Load()
    {
        using var stream = typeof(QualityPriors).Assembly.GetManifestResourceStream("LanguageRouter.Scoring.quality-priors.json")
            ?? throw new InvalidOperationException("The shipped quality priors are missing from the assembly.");
        return new QualityPriors(JsonSerializer.Deserialize(stream, PriorsJson.Default.QualityPriorArray) ?? []);
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TaskKindConverter), typeof(EvidenceConverter)])]
    [JsonSerializable(typeof(QualityPrior[]))]
    private sealed partial class PriorsJson : JsonSerializerContext;

    private sealed class TaskKindConverter() : JsonStringEnumConverter<TaskKind>(JsonNamingPolicy.KebabCaseLower);

    private sealed class EvidenceConverter() : JsonStringEnumConverter<QualityEvidence>(JsonNamingPolicy.KebabCaseLower);
}
