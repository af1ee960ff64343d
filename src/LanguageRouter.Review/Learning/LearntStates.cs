using System.Text;
using LanguageRouter.Learning;
using LanguageRouter.Scoring.Usage;

namespace LanguageRouter.Review.Learning;

/// <summary>The forms in which the learners' states are kept, and the names of their documents.</summary>
internal static class LearntStates
{
    public static string QualityName(string instance) => Name("learnt-quality", instance);

    public static string UsageName(string instance) => Name("learnt-usage", instance);

    public static LearntDocument Quality(QualityLearner learner, string instance) => new(
        QualityName(instance),
        _ => new(learner.Tenants.Count == 0 ? null : learner.Export()),
        (text, _) =>
        {
            ReplaceQuality(learner, text);
            return ValueTask.CompletedTask;
        });

    public static LearntDocument Usage(UsageLearning learning, string instance) => new(
        UsageName(instance), cancellationToken => WriteUsageAsync(learning, cancellationToken), (text, cancellationToken) => ReplaceUsageAsync(learning, text, cancellationToken));

    /// <exception cref="FormatException">The text is no state.</exception>
    public static void ReplaceQuality(QualityLearner learner, string? text)
    {
        if (text is not null)
        {
            learner.Import(text);
            return;
        }

        foreach (var tenant in learner.Tenants)
        {
            learner.Reset(tenant);
        }
    }

    public static async ValueTask<string?> WriteUsageAsync(UsageLearning learning, CancellationToken cancellationToken)
    {
        if (learning.Tenants.Count == 0)
        {
            return null;
        }

        using var stream = new MemoryStream();
        await learning.ExportAsync(stream, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <exception cref="FormatException">The text is no state.</exception>
    public static async ValueTask ReplaceUsageAsync(UsageLearning learning, string? text, CancellationToken cancellationToken)
    {
        // Read by itself first: what cannot be read must not cost what is known.
        var read = new UsageLearning();
        if (text is not null)
        {
            using var check = new MemoryStream(Encoding.UTF8.GetBytes(text));
            await read.ImportAsync(check, cancellationToken).ConfigureAwait(false);
            check.Position = 0;
            await learning.ImportAsync(check, cancellationToken).ConfigureAwait(false);
        }

        foreach (var tenant in learning.Tenants.Except(read.Tenants, StringComparer.Ordinal))
        {
            learning.Reset(tenant);
        }
    }

    private static string Name(string part, string instance) => instance.Length == 0 ? part : $"{part}/{instance}";
}
