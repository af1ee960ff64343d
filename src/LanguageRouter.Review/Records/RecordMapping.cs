using System.Collections.Immutable;
using LanguageRouter.Decisions;
using LanguageRouter.Execution;
using LanguageRouter.Paths;
using LanguageRouter.Records;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;

namespace LanguageRouter.Review.Records;

/// <summary>Flattens a routing record into the form that is kept.</summary>
internal static class RecordMapping
{
    public static StoredRecord ToStored(this RoutingRecord record, bool simulated = false)
    {
        var decision = record.Decision;
        var (firstUpdate, streamed) = FirstUpdate(record.Attempts);
        return new StoredRecord
        {
            Id = decision.Id,
            Time = record.Timestamp.ToUniversalTime(),
            Tenant = decision.Tenant,
            Policy = decision.PolicyVersion,
            Mode = Name(decision.Mode),
            Origin = Name(decision.Origin),
            Chosen = decision.Chosen.Name,
            Target = decision.Target.Name,
            Answered = record.Attempts.LastOrDefault(attempt => attempt.Outcome == AttemptOutcome.Succeeded)?.Route.Name,
            RunnerUp = decision.RunnerUp?.Name,
            Default = DefaultOf(decision),
            Margin = decision.Margin,
            Propensity = decision.Propensity,
            Overrides = StoredOverrides.Of(record.Overrides),
            Reasons = decision.Reasons,
            Signals = ToStored(decision),
            Candidates = ImmutableArray.CreateRange(decision.Scores, ToStored),
            Attempts = ImmutableArray.CreateRange(record.Attempts, ToStored),
            ActualCost = record.ActualCost,
            OwnCost = OwnCost(record.Attempts),
            Alternatives = ImmutableArray.CreateRange(record.CounterfactualCosts, pair => new StoredAlternative(pair.Key, pair.Value)),
            Shadow = record.Shadow is { } shadow ? new StoredShadow(shadow.PolicyVersion, shadow.Route, shadow.CostDifference) : null,
            Streamed = streamed,
            TimeToFirstUpdate = firstUpdate,
            Duration = record.Duration,
            Simulated = simulated,
        };
    }

    /// <summary>The route that quality is measured against; an observed tenant's requests go there.</summary>
    public static string? DefaultOf(RoutingDecision decision)
    {
        foreach (var score in decision.Scores)
        {
            if (score.Quality.Evidence == QualityEvidence.Reference)
            {
                return score.Route.Name;
            }
        }

        return decision.Mode == Policies.RoutingMode.Observe ? decision.Target.Name : null;
    }

    private static CostInterval OwnCost(ImmutableArray<RouteAttempt> attempts)
    {
        var cost = CostInterval.Exact(0);
        foreach (var attempt in attempts)
        {
            if (attempt.Outcome != AttemptOutcome.Succeeded)
            {
                cost += attempt.Cost;
            }
        }

        return cost;
    }

    private static StoredSignals ToStored(RoutingDecision decision)
    {
        var signals = decision.Signals;
        return new StoredSignals
        {
            Language = signals.Language.Tag,
            Confidence = Math.Round(signals.Language.Confidence, 4),
            AnswerLanguage = signals.AnswerLanguage,
            AnswerLanguageIsAsked = signals.AnswerLanguageIsAsked,
            Task = Name(signals.Task),
            TaskEvidence = signals.TaskEvidence,
            Register = Name(signals.Register),
            ResponseFormat = Name(signals.ResponseFormat),
            Characters = signals.Characters,
            PromptCharacters = signals.PromptCharacters,
            Turns = signals.Turns,
            Tools = signals.Tools,
            HasToolCalls = signals.HasToolCalls,
            Attachments = signals.Attachments,
            MaxOutputTokens = signals.MaxOutputTokens,
            Tokens = Tokens(decision.Scores, signals),
        };
    }

    private static ImmutableArray<StoredTokens> Tokens(ImmutableArray<RouteScore> scores, RequestSignals signals)
    {
        var tokens = ImmutableArray.CreateBuilder<StoredTokens>(2);
        foreach (var score in scores)
        {
            Add(score.Route.Model.Tokenizer);
            Add(score.Route.Translator?.Model?.Tokenizer);
        }

        return tokens.DrainToImmutable();

        void Add(string? tokenizer)
        {
            if (tokenizer is null)
            {
                return;
            }

            foreach (var known in tokens)
            {
                if (known.Tokenizer == tokenizer)
                {
                    return;
                }
            }

            tokens.Add(new StoredTokens(tokenizer, signals.EstimateTokens(tokenizer)));
        }
    }

    private static StoredCandidate ToStored(RouteScore score) => new()
    {
        Route = score.Route.Name,
        Kind = Name(score.Route.Kind),
        Model = score.Route.Model.Name,
        Translator = score.Route.Translator?.Name,
        ReasonsIn = score.Route.ReasoningLanguage,
        Standing = Name(score.Standing),
        Excluded = score.Exclusion?.Code,
        ExcludedDetail = score.Exclusion?.Detail,
        Cost = score.Bill.Total,
        Legs = ImmutableArray.CreateRange(score.Bill.Legs, ToStored),
        Points = Math.Round(score.Quality.Points, 3),
        LowPoints = Math.Round(score.Quality.LowPoints, 3),
        Evidence = Name(score.Quality.Evidence),
        Source = score.Quality.Source,
        Latency = score.Latency,
        Total = Math.Round(score.Total, 6),
    };

    private static StoredLeg ToStored(BillLeg leg) => new()
    {
        Kind = Name(leg.Kind),
        Payee = leg.Payee,
        Tokenizer = leg.Tokenizer,
        Input = leg.InputTokens,
        Cached = leg.CachedInputTokens,
        Output = leg.OutputTokens,
        Reasoning = leg.ReasoningTokens,
        Characters = leg.Characters,
        Cost = leg.Cost,
    };

    private static StoredAttempt ToStored(RouteAttempt attempt) => new()
    {
        Route = attempt.Route.Name,
        Outcome = Name(attempt.Outcome),
        Error = attempt.Error is { } error ? Name(error) : null,
        TimeToFirstUpdate = attempt.TimeToFirstUpdate,
        Duration = attempt.Duration,
        Calls = [.. attempt.Legs.Select(ToStored)],
        Cost = attempt.Cost,
    };

    private static StoredCall ToStored(PathLeg leg) => new()
    {
        Kind = Name(leg.Kind),
        ModelId = leg.ModelId,
        Input = leg.Usage?.InputTokenCount,
        Cached = leg.Usage is { } usage ? BilledTokens.CacheReadsOf(usage) : null,
        CacheWrites = leg.Usage is { } written ? BilledTokens.CacheWritesOf(written) : null,
        Output = leg.Usage?.OutputTokenCount,
        Reasoning = leg.Usage?.ReasoningTokenCount,
        Characters = leg.BilledCharacters,
        Duration = leg.Duration,
        Failure = leg.Failure,
    };

    // Attempts run one after another: those before the one that spoke count whole. A whole answer has its first update at its end.
    private static (TimeSpan? FirstUpdate, bool Streamed) FirstUpdate(ImmutableArray<RouteAttempt> attempts)
    {
        var before = TimeSpan.Zero;
        foreach (var attempt in attempts)
        {
            if (attempt.TimeToFirstUpdate is { } first)
            {
                return (before + first, first < attempt.Duration);
            }

            before += attempt.Duration;
        }

        return (null, false);
    }

    private static string Name<T>(T value) where T : struct, Enum => RecordNames<T>.Of(value);
}
