using LanguageRouter.Review.Records;
using LanguageRouter.Scoring;

namespace LanguageRouter.Review.Store.Rollups;

/// <summary>Adds a record to the sums of its group.</summary>
internal static class RollupSums
{
    public static void Add(StoredRecord record, long[] sums)
    {
        var outcome = OutcomeOf(record);
        Add(RollupSum.Requests, 1);
        Add(RollupSum.Failed, outcome is "failed" or "broken" or "none" ? 1 : 0);
        Add(RollupSum.Cancelled, outcome == "cancelled" ? 1 : 0);
        Add(RollupSum.FailedOver, record.Attempts.Length > 1 ? 1 : 0);
        Add(RollupSum.Observed, record.Mode == "observe" ? 1 : 0);
        Add(RollupSum.Diverged, record.Chosen != record.Target ? 1 : 0);
        AddTokens(record, sums);
        AddCosts(record, sums);
        if (record.CandidateOf(Series.RouteOf(record)) is { Evidence: not "unmeasured" } candidate)
        {
            Add(RollupSum.QualityEstimated, 1);
            Add(RollupSum.QualityPoints, (long)Math.Round(candidate.Points * 1000));
            Add(RollupSum.QualityLowPoints, (long)Math.Round(candidate.LowPoints * 1000));
        }

        Add(RollupSum.Duration, (long)record.Duration.TotalMilliseconds);
        Add(Rollup.DurationClass(record.Duration), 1);
        if (record.TimeToFirstUpdate is { } first)
        {
            Add(RollupSum.FirstUpdates, 1);
            Add(RollupSum.FirstUpdate, (long)first.TotalMilliseconds);
        }

        void Add(RollupSum sum, long value) => sums[(int)sum] += value;
    }

    /// <summary>What a feedback changes: the new score less the one that it replaces.</summary>
    public static void AddFeedback(long[] sums, double score, double? replaced)
    {
        sums[(int)RollupSum.Feedbacks] += replaced is null ? 1 : 0;
        sums[(int)RollupSum.FeedbackScore] += Millionths(score) - (replaced is { } old ? Millionths(old) : 0);
        sums[(int)RollupSum.FeedbackSquares] += Millionths(score * score) - (replaced is { } older ? Millionths(older * older) : 0);

        static long Millionths(double value) => (long)Math.Round(value * 1_000_000);
    }

    /// <summary>What a shadow run and its judge cost.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="nano">The known part, in billionths of a USD.</param>
    /// <param name="isKnown">Whether that is all.</param>
    public static void AddShadow(long[] sums, long nano, bool isKnown)
    {
        sums[(int)RollupSum.ShadowCost] += nano;
        sums[(int)RollupSum.ShadowsOfUnknownCost] += isKnown ? 0 : 1;
    }

    public static string OutcomeOf(StoredRecord record) => record.Attempts is [.., var last] ? last.Outcome : "none";

    private static void AddTokens(StoredRecord record, long[] sums)
    {
        var characters = record.Signals.Characters;
        sums[(int)RollupSum.Characters] += characters;
        foreach (var attempt in record.Attempts)
        {
            foreach (var call in attempt.Calls)
            {
                sums[(int)RollupSum.InputTokens] += call.Input ?? 0;
                sums[(int)RollupSum.CachedTokens] += call.Cached ?? 0;
                sums[(int)RollupSum.OutputTokens] += call.Output ?? 0;
                sums[(int)RollupSum.ReasoningTokens] += call.Reasoning ?? 0;
            }
        }

        var route = Series.RouteOf(record);
        var candidate = record.CandidateOf(route);
        if (candidate is null || record.Signals.Attachments > 0)
        {
            return;
        }

        // The provider counted the user's own text only where nothing was translated, and by one call.
        if (candidate.Kind != "translated" && record.Answered == route && record.Attempts[^1].Calls is [{ Input: > 0 } only])
        {
            sums[(int)RollupSum.CountedCharacters] += characters;
            sums[(int)RollupSum.CountedTokens] += only.Input.Value;
        }

        var tokenizer = candidate.Legs.LastOrDefault(leg => leg.Kind == "answer")?.Tokenizer;
        foreach (var tokens in record.Signals.Tokens)
        {
            if (tokens.Tokenizer == tokenizer)
            {
                sums[(int)RollupSum.EstimatedTokens] += tokens.Tokens.Likely;
                sums[(int)RollupSum.EstimatedCharacters] += characters;
            }
        }
    }

    private static void AddCosts(StoredRecord record, long[] sums)
    {
        sums[(int)RollupSum.OwnCost] += Nano.Of(record.OwnCost) ?? 0;
        if (Nano.Of(record.ActualCost) is not { } actual)
        {
            return;
        }

        sums[(int)RollupSum.CostKnown]++;
        sums[(int)RollupSum.Cost] += actual;
        if (record.Answered is null)
        {
            return;
        }

        Compare(Baselines.Default(record), RollupSum.DefaultRequests);
        Compare(Baselines.First(record, "direct"), RollupSum.DirectRequests);
        Compare(Baselines.First(record, "translated"), RollupSum.TranslatedRequests);
        Compare(Baselines.First(record, "adapted"), RollupSum.AdaptedRequests);
        Compare(Baselines.Extreme(record, -1), RollupSum.CheapestRequests);
        Compare(Baselines.Extreme(record, 1), RollupSum.DearestRequests);

        void Compare(CostInterval? baseline, RollupSum first)
        {
            if (baseline is { IsKnown: true } cost)
            {
                var at = (int)first;
                sums[at]++;
                sums[at + 1] += actual;
                sums[at + 2] += Nano.Of(cost.LowUsd);
                sums[at + 3] += Nano.Of(cost.LikelyUsd);
                sums[at + 4] += Nano.Of(cost.HighUsd);
            }
        }
    }
}
