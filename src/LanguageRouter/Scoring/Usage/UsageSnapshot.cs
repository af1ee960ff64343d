using System.Globalization;
using LanguageRouter.Paths;
using LanguageRouter.Routes;
using LanguageRouter.Signals;

namespace LanguageRouter.Scoring.Usage;

/// <summary>The JSON form of what was learnt.</summary>
internal sealed class UsageSnapshot
{
    private const int CurrentVersion = 1;

    public int Version { get; set; }

    public List<Tenant> Tenants { get; set; } = [];

    public static UsageSnapshot Of(IEnumerable<KeyValuePair<string, LearntUsage>> tenants) => new()
    {
        Version = CurrentVersion,

        // In an order of their own, so that equal knowledge makes equal files; the one that was learnt of last comes last.
        Tenants =
        [
            .. tenants.OrderBy(pair => pair.Value.LastLearnt).Select(pair => new Tenant
            {
                Name = pair.Key,
                Counts =
                [
                    .. pair.Value.Counts
                        .OrderBy(entry => entry.Key.Model, StringComparer.Ordinal).ThenBy(entry => entry.Key.Language, StringComparer.Ordinal)
                        .ThenBy(entry => entry.Key.Path).ThenBy(entry => entry.Key.Leg)
                        .Select(entry => new Count { Model = entry.Key.Model, Language = entry.Key.Language, Path = entry.Key.Path, Leg = entry.Key.Leg, Calibration = entry.Value }),
                ],
                Answers =
                [
                    .. pair.Value.Answers
                        .OrderBy(entry => entry.Key.Model, StringComparer.Ordinal).ThenBy(entry => entry.Key.Language, StringComparer.Ordinal)
                        .ThenBy(entry => entry.Key.Reasoning, StringComparer.Ordinal).ThenBy(entry => entry.Key.Task)
                        .Select(entry => new Answer { Model = entry.Key.Model, Language = entry.Key.Language, Reasoning = entry.Key.Reasoning, Task = entry.Key.Task, Statistics = entry.Value }),
                ],
            }),
        ],
    };

    public List<KeyValuePair<string, LearntUsage>> Read()
    {
        if (Version != CurrentVersion)
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"The snapshot of learnt usage has version {Version}, this library reads {CurrentVersion}. Fix: start without it, what is learnt comes back."));
        }

        return [.. Tenants.Select(tenant => KeyValuePair.Create(tenant.Name, tenant.Read()))];
    }

    private static void Check(bool isSound, string tenant, string model, string language)
    {
        if (!isSound)
        {
            throw new FormatException($"The snapshot of learnt usage is not sound for tenant '{tenant}', model '{model}', language '{language}': a sum is negative, not finite, or too small for its weight. Fix: import a file that ExportAsync wrote.");
        }
    }

    internal sealed class Tenant
    {
        public required string Name { get; set; }

        public List<Count> Counts { get; set; } = [];

        public List<Answer> Answers { get; set; } = [];

        public LearntUsage Read()
        {
            var usage = LearntUsage.Empty;
            foreach (var count in Counts)
            {
                Check(count.Calibration.IsSound, Name, count.Model, count.Language);
                usage = usage.With(new CountKey(count.Model, count.Language, count.Path, count.Leg), count.Calibration);
            }

            foreach (var answer in Answers)
            {
                Check(answer.Statistics.IsSound, Name, answer.Model, answer.Language);
                usage = usage.With(new AnswerKey(answer.Model, answer.Language, answer.Reasoning, answer.Task), answer.Statistics);
            }

            return usage;
        }
    }

    internal sealed class Count
    {
        public required string Model { get; set; }

        public required string Language { get; set; }

        public RouteKind Path { get; set; }

        public LegKind Leg { get; set; }

        public CountCalibration Calibration { get; set; }
    }

    internal sealed class Answer
    {
        public required string Model { get; set; }

        public required string Language { get; set; }

        public string Reasoning { get; set; } = "";

        public TaskKind Task { get; set; }

        public AnswerStatistics Statistics { get; set; }
    }
}
