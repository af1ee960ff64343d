using System.Runtime.Intrinsics;

namespace LanguageRouter.Signals.Tasks;

/// <summary>Joins what the phrases show with what the model says, in favour of the kinds that another path would destroy.</summary>
internal static class TaskVerdict
{
    /// <summary>How probable a request about wording must be to be protected.</summary>
    /// <remarks>Set where more than 98 in 100 of them are among the requests of authors that were left out of training (train-tasks --folds).</remarks>
    public const float Protected = 0.16f;

    // Judgement: a request without a Japanese or Chinese character loses less by a detour through English, so that more must speak for it.
    private const float Narrow = 2;

    // What the model must grant a form to be trusted: next to nothing for an outright request, and where there is a list of answers, on whose topic the phrases know more.
    private const float TrustedForm = 0.1f;
    private const float TrustedRequest = 0.02f;
    private const double Outright = 0.8;

    private static readonly string[] Evidence = [.. Enumerable.Range(0, 11).Select(tenth => $"model:{(tenth == 10 ? "1.0" : $"0.{tenth}")}")];

    /// <summary>Decides.</summary>
    /// <param name="phrases">What the phrases show.</param>
    /// <param name="hasChoices">Whether there is a list of answers.</param>
    /// <param name="isWide">Whether there is a Japanese, Chinese or Korean character.</param>
    /// <param name="scores">The model's scores against <see cref="TaskKind.Unknown"/>; they are turned into probabilities.</param>
    /// <returns>The kind; its evidence is the phrase where that shows the same kind, else <c>model:</c> with the model's probability.</returns>
    public static TaskFinding Of(in TaskFinding phrases, bool hasChoices, bool isWide, Span<float> scores)
    {
        // 1. Probabilities; the score of unknown is 0.
        var unknown = Probabilities(scores);

        // 2. A kind that must be protected needs less than the most.
        var guarded = Guarded(scores, isWide);
        if (guarded >= Protected)
        {
            var kind = TaskKind.Translation;
            kind = Of(scores, TaskKind.Rewriting) > Of(scores, kind) ? TaskKind.Rewriting : kind;
            kind = Of(scores, TaskKind.Wordplay) > Of(scores, kind) ? TaskKind.Wordplay : kind;
            kind = Of(scores, TaskKind.Readings) > Of(scores, kind) ? TaskKind.Readings : kind;
            return Found(kind, phrases, isWide ? guarded : guarded * Narrow);
        }

        // 3. A form (a list of answers, a passage with a question, a word problem) or an outright request is trusted where the model does not rule it out.
        if (IsTrusted(phrases, hasChoices) && Of(scores, phrases.Kind) >= (hasChoices || phrases.Confidence > Outright ? TrustedRequest : TrustedForm))
        {
            return phrases;
        }

        // 4. The most probable.
        var best = TaskKind.Unknown;
        var most = unknown;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > most)
            {
                (best, most) = ((TaskKind)(i + 1), scores[i]);
            }
        }

        return best is TaskKind.Unknown ? TaskFinding.None : Found(best, phrases, most);
    }

    /// <summary>How much speaks for a request about wording.</summary>
    /// <param name="probabilities">The probabilities of the kinds.</param>
    /// <param name="isWide">Whether there is a Japanese, Chinese or Korean character.</param>
    public static float Guarded(ReadOnlySpan<float> probabilities, bool isWide) =>
        (Of(probabilities, TaskKind.Translation) + Of(probabilities, TaskKind.Rewriting) + Of(probabilities, TaskKind.Wordplay) + Of(probabilities, TaskKind.Readings)) / (isWide ? 1 : Narrow);

    private static bool IsTrusted(in TaskFinding phrases, bool hasChoices) =>
        phrases.Kind is not TaskKind.Unknown && (hasChoices || phrases.Confidence >= Trust(phrases.Kind));

    // How sure the phrases must be of a kind; the two kinds of plain questions are where they err.
    private static double Trust(TaskKind kind) => kind switch
    {
        TaskKind.Math or TaskKind.Reasoning or TaskKind.Code or TaskKind.CodeWithJapanese or TaskKind.Classification or TaskKind.Extraction or TaskKind.Summarization or TaskKind.Culture => 0.7,
        TaskKind.Entity => 0.65,
        TaskKind.WorldKnowledge => 0.8,
        _ => 1,
    };

    private static float Of(ReadOnlySpan<float> probabilities, TaskKind kind) => probabilities[(int)kind - 1];

    private static TaskFinding Found(TaskKind kind, in TaskFinding phrases, float probability) =>
        new(kind, phrases.Kind == kind ? phrases.Evidence : Evidence[(int)(probability * 10)], probability);

    // The score of unknown is 0; gives its probability, and leaves those of the other kinds.
    private static float Probabilities(Span<float> scores)
    {
        var odds = Vector512.Create<float>(scores);
        var most = Math.Max(0, Most(odds));
        odds = Vector512.Exp(odds - Vector512.Create(most));
        var unknown = MathF.Exp(-most);
        var total = Vector512.Sum(odds) + unknown;
        (odds / Vector512.Create(total)).CopyTo(scores);
        return unknown / total;
    }

    private static float Most(Vector512<float> scores)
    {
        var eight = Vector256.Max(scores.GetLower(), scores.GetUpper());
        var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return MathF.Max(four[0], four[1]);
    }
}
