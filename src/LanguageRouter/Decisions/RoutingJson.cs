using System.Text.Json;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Stickiness;
using LanguageRouter.Tokens;

namespace LanguageRouter.Decisions;

/// <summary>Writes decisions and signals as JSON properties, so that a caller can put its own before or behind them.</summary>
public static class RoutingJson
{
    /// <summary>Writes a decision's properties into the current object.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="exact">Counts the request's tokens exactly in a tokenizer; <see langword="null"/> where the text is not at hand.</param>
    public static void WriteProperties(Utf8JsonWriter writer, RoutingDecision decision, Func<string, int>? exact = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(decision);
        writer.WriteString("decisionId", decision.Id);
        writer.WriteString("tenant", decision.Tenant);
        writer.WriteString("policyVersion", decision.PolicyVersion);
        writer.WriteString("mode", Kebab(decision.Mode));
        writer.WriteString("route", decision.Chosen.Name);
        writer.WriteString("kind", Kebab(decision.Chosen.Kind));
        writer.WriteString("target", decision.Target.Name);
        writer.WriteString("runnerUp", decision.RunnerUp?.Name);
        writer.WriteNumber("margin", Math.Round(decision.Margin, 6));
        writer.WriteNumber("propensity", Math.Round(decision.Propensity, 6));
        writer.WriteString("origin", Kebab(decision.Origin));
        writer.WriteStartArray("reasons");
        foreach (var reason in decision.Reasons)
        {
            writer.WriteStringValue(reason);
        }

        writer.WriteEndArray();
        WriteSwitch(writer, decision.Switch);
        writer.WriteStartArray("candidates");
        foreach (var score in decision.Scores)
        {
            WriteCandidate(writer, score);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("signals");
        WriteProperties(writer, decision.Signals, decision.Scores.SelectMany(score => score.Bill.Legs).Select(leg => leg.Tokenizer).OfType<string>().Distinct(StringComparer.Ordinal), exact);
        writer.WriteEndObject();
    }

    /// <summary>Writes the properties of signals into the current object.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="signals">The signals.</param>
    /// <param name="tokenizers">The tokenizers to give token counts of.</param>
    /// <param name="exact">Counts the request's tokens exactly in a tokenizer; <see langword="null"/> where the text is not at hand.</param>
    public static void WriteProperties(Utf8JsonWriter writer, RequestSignals signals, IEnumerable<string> tokenizers, Func<string, int>? exact)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(tokenizers);
        writer.WriteString("language", signals.Language.Tag);
        writer.WriteNumber("confidence", Math.Round(signals.Language.Confidence, 4));
        writer.WriteStartArray("languages");
        foreach (var share in signals.Languages)
        {
            writer.WriteStartObject();
            writer.WriteString("tag", share.Tag);
            writer.WriteNumber("share", Math.Round(share.Share, 4));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("answerLanguage", signals.AnswerLanguage);
        writer.WriteBoolean("answerLanguageIsAsked", signals.AnswerLanguageIsAsked);
        writer.WriteString("taskKind", Kebab(signals.Task));
        writer.WriteString("evidence", signals.TaskEvidence);
        writer.WriteString("register", Kebab(signals.Register));
        writer.WriteNumber("characters", signals.Characters);
        writer.WriteNumber("turns", signals.Turns);
        writer.WriteBoolean("streamed", signals.IsStreamed);
        writer.WriteNumber("tools", signals.Tools);
        writer.WriteString("responseFormat", Kebab(signals.ResponseFormat));
        writer.WriteNumber("attachments", signals.Attachments);
        writer.WriteStartObject("tokens");
        foreach (var tokenizer in tokenizers)
        {
            writer.WriteStartObject(tokenizer);
            WriteInterval(writer, signals.EstimateTokens(tokenizer));
            if (exact is not null)
            {
                writer.WriteNumber("exact", exact(tokenizer));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteSwitch(Utf8JsonWriter writer, RouteSwitch? change)
    {
        if (change is null)
        {
            writer.WriteNull("switch");
            return;
        }

        writer.WriteStartObject("switch");
        writer.WriteString("from", change.From.Name);
        writer.WriteString("to", change.To.Name);
        writer.WriteNumber("warmTokens", change.WarmTokens);
        writer.WriteNumber("lostCacheUsd", change.LostCacheUsd);
        writer.WriteNumber("retranslationUsd", change.RetranslationUsd);
        writer.WriteNumber("gain", Math.Round(change.Gain, 6));
        writer.WriteEndObject();
    }

    private static void WriteCandidate(Utf8JsonWriter writer, RouteScore score)
    {
        writer.WriteStartObject();
        writer.WriteString("name", score.Route.Name);
        writer.WriteString("kind", Kebab(score.Route.Kind));
        writer.WriteString("standing", Kebab(score.Standing));
        writer.WriteBoolean("eligible", score.Exclusion is null && !score.Route.IsHypothetical);
        writer.WriteString("excluded", score.Exclusion?.Code);
        writer.WriteString("excludedDetail", score.Exclusion?.Detail);
        WriteCost(writer, "costUsd", score.Bill.Total);
        writer.WriteStartObject("quality");
        writer.WriteNumber("points", Math.Round(score.Quality.Points, 3));
        writer.WriteNumber("lowPoints", Math.Round(score.Quality.LowPoints, 3));
        writer.WriteString("evidence", Kebab(score.Quality.Evidence));
        writer.WriteString("source", score.Quality.Source);
        writer.WriteNumber("observations", Math.Round(score.Quality.Observations, 1));
        writer.WriteEndObject();
        if (score.Latency is { } latency)
        {
            writer.WriteNumber("latencySeconds", Math.Round(latency.TotalSeconds, 3));
        }
        else
        {
            writer.WriteNull("latencySeconds");
        }

        writer.WriteNumber("total", Math.Round(score.Total, 6));
        writer.WriteStartArray("legs");
        foreach (var leg in score.Bill.Legs)
        {
            WriteLeg(writer, leg);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLeg(Utf8JsonWriter writer, in BillLeg leg)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Kebab(leg.Kind));
        writer.WriteString("payee", leg.Payee);
        writer.WriteString("tokenizer", leg.Tokenizer);
        WriteTokens(writer, "inputTokens", leg.InputTokens);
        WriteTokens(writer, "cachedInputTokens", leg.CachedInputTokens);
        WriteTokens(writer, "outputTokens", leg.OutputTokens);
        writer.WriteNumber("reasoningTokens", leg.ReasoningTokens);
        writer.WriteNumber("characters", leg.Characters);
        WriteCost(writer, "costUsd", leg.Cost);
        writer.WriteEndObject();
    }

    private static void WriteTokens(Utf8JsonWriter writer, string name, TokenInterval tokens)
    {
        writer.WriteStartObject(name);
        WriteInterval(writer, tokens);
        writer.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter writer, TokenInterval tokens)
    {
        writer.WriteNumber("low", tokens.Low);
        writer.WriteNumber("likely", tokens.Likely);
        writer.WriteNumber("high", tokens.High);
    }

    private static void WriteCost(Utf8JsonWriter writer, string name, in CostInterval cost)
    {
        writer.WriteStartObject(name);
        if (cost.UnknownBecause is { } because)
        {
            writer.WriteString("unknown", because);
        }
        else
        {
            writer.WriteNumber("low", cost.LowUsd);
            writer.WriteNumber("likely", cost.LikelyUsd);
            writer.WriteNumber("high", cost.HighUsd);
        }

        writer.WriteEndObject();
    }

    private static string Kebab<T>(T value) where T : struct, Enum => KebabNames<T>.Of(value);
}
