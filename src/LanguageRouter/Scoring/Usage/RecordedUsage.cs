using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Paths;
using LanguageRouter.Records;
using LanguageRouter.Routes;
using LanguageRouter.Signals;
using LanguageRouter.Telemetry;
using LanguageRouter.Tokens;

namespace LanguageRouter.Scoring.Usage;

/// <summary>Compares what a record's providers reported with what the estimates say, and learns from it.</summary>
/// <remarks>Pure but for telemetry: the same knowledge and record give the same knowledge.</remarks>
internal static class RecordedUsage
{
    public static LearntUsage Learn(LearntUsage usage, RoutingRecord record, RoutingTelemetry? telemetry)
    {
        if (record.Attempts.LastOrDefault(attempt => attempt.Outcome == AttemptOutcome.Succeeded) is not { } attempt)
        {
            return usage;
        }

        var signals = record.Decision.Signals;
        usage = LearnAnswer(usage, attempt, signals, telemetry);

        // What a provider remembers of a conversation, or sees in pictures, is in its counts and not in the signals.
        return record.Decision.Origin == DecisionOrigin.Pinned || signals.Attachments > 0 ? usage : LearnCounts(usage, attempt, signals, telemetry);
    }

    /// <summary>The visible answer's length in English tokens of o200k_base, as the estimates have it; null where no usage was reported.</summary>
    public static TokenInterval? MeasuredAnswer(RouteAttempt? attempt, RequestSignals signals) =>
        attempt is not null && VisibleTokens(attempt, out _) is { } visible && attempt.Route.Model.Tokenizer is { } tokenizer
            ? TokenInterval.Exact((int)Math.Min(int.MaxValue, Math.Round(visible / TokenDensity.Of(tokenizer, AnswerKey.LanguageOf(attempt.Route, signals)))))
            : null;

    private static LearntUsage LearnAnswer(LearntUsage usage, RouteAttempt attempt, RequestSignals signals, RoutingTelemetry? telemetry)
    {
        var route = attempt.Route;
        var isCut = signals.MaxOutputTokens is { } most && VisibleTokens(attempt, out var hidden) + (hidden ?? 0) >= most;
        if (isCut || VisibleTokens(attempt, out var reasoning) is not (> 0 and var visible) || route.Model.Tokenizer is not { } tokenizer)
        {
            return usage;
        }

        // 1. The length over all models and languages, which every route's estimate begins with.
        var key = AnswerKey.Of(route, signals);
        var density = TokenDensity.Of(tokenizer, key.Language);
        var assumed = AnswerLengths.Predict(signals.Task);
        var common = usage.Of(AnswerKey.Of(signals.Task));
        var predicted = common.Predict(assumed);

        // 2. What this model's answers differ by, and its hidden reasoning.
        var own = usage.Of(key);
        var ownAssumed = TokenDensity.Scale(assumed, density);
        var ownPredicted = own.Predict(TokenDensity.Scale(predicted, density));
        telemetry?.Estimated("answer", key.Model, key.Language, ownAssumed.Likely, ownPredicted.Likely, visible);
        return usage
            .With(AnswerKey.Of(signals.Task), common.With(assumed, predicted, Math.Max(1, (long)Math.Round(visible / density)), reasoning: null))
            .With(key, own.With(ownAssumed, ownPredicted, visible, reasoning));
    }

    private static LearntUsage LearnCounts(LearntUsage usage, RouteAttempt attempt, RequestSignals signals, RoutingTelemetry? telemetry)
    {
        // The bill for an answer of the length that came, without anything learnt: its legs are what the calls were expected to read.
        var route = attempt.Route;
        string[] tokenizers = [.. new[] { route.Model.Tokenizer, route.Translator?.Model?.Tokenizer }.OfType<string>().Distinct(StringComparer.Ordinal)];
        var volumes = VolumeEstimator.Estimate(signals, tokenizers, MeasuredAnswer(attempt, signals), usage: null);
        foreach (var leg in RouteBill.Estimate(route, volumes).Legs)
        {
            var model = leg.Kind == LegKind.Answer ? route.Model : route.Translator?.Model;
            if (model is null || InputTokens(attempt, leg.Kind, model) is not { } actual || !CountCalibration.IsComparable(leg.InputTokens.Likely, actual))
            {
                continue;
            }

            var key = new CountKey(model.Name, signals.Language.Tag, route.Kind, leg.Kind);
            var calibration = usage.Of(key);
            telemetry?.Estimated("input", key.Model, key.Language, leg.InputTokens.Likely, calibration.Correct(leg.InputTokens).Likely, actual);
            usage = usage.With(key, calibration.With(leg.InputTokens.Likely, actual));
        }

        return usage;
    }

    // All calls of a kind together: a streamed answer is translated in several. Null where one of them reported nothing.
    private static long? InputTokens(RouteAttempt attempt, LegKind kind, Model model)
    {
        long? sum = null;
        foreach (var leg in attempt.Legs)
        {
            if (leg.Kind != kind)
            {
                continue;
            }

            if (leg.Usage?.InputTokenCount is not { } input)
            {
                return null;
            }

            sum = (sum ?? 0) + input + (model.InputCountIncludesCached ? 0 : leg.Usage.CachedInputTokenCount ?? 0);
        }

        return sum;
    }

    private static long? VisibleTokens(RouteAttempt attempt, out long? reasoning)
    {
        var usage = attempt.Legs.LastOrDefault(leg => leg.Kind == LegKind.Answer)?.Usage;
        reasoning = usage?.ReasoningTokenCount;
        return usage?.OutputTokenCount is { } output ? Math.Max(0, output - (reasoning ?? 0)) : null;
    }
}
