using LanguageRouter.Decisions;
using LanguageRouter.Scoring;
using LanguageRouter.Signals;
using LanguageRouter.Tokens;
using LanguageRouter.Tool.Reporting;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Tool.Explaining;

/// <summary>Prints a decision for people.</summary>
internal sealed class ExplainReport(RoutingDecider decider, IReadOnlyList<ChatMessage> messages, RoutingDecision decision)
{
    public void Print(Tables tables)
    {
        PrintSignals(tables);
        PrintCandidates(tables);
        PrintBills(tables);
        PrintChoice(tables);
    }

    private void PrintSignals(Tables tables)
    {
        var signals = decision.Signals;
        tables.Heading("Signals");
        tables.Pairs([
            ("language", $"{signals.Language.Tag} (confidence {Figures.Share(signals.Language.Confidence)}){Shares(signals)}"),
            ("answer language", signals.AnswerLanguage + (signals.AnswerLanguageIsAsked ? " (asked for)" : "")),
            ("task", $"{Names.Of(signals.Task)} (evidence: {signals.TaskEvidence})"),
            ("register", Names.Of(signals.Register)),
            ("characters", Figures.Count(signals.Characters)),
            .. decider.Configuration.Catalog.Tokenizers.Select(tokenizer => ($"tokens, {tokenizer}", TokensOf(tokenizer))),
        ]);
        tables.Line();
    }

    private static string Shares(RequestSignals signals) =>
        signals.Languages.Length == 0 ? "" : "; prose: " + string.Join(", ", signals.Languages.Select(share => $"{share.Tag} {Figures.Share(share.Share)}"));

    private string TokensOf(string tokenizer)
    {
        var estimate = decision.Signals.EstimateTokens(tokenizer);
        return $"{Figures.Count(decider.CountTokens(messages, tokenizer))} exactly; estimated {Figures.Tokens(estimate)}";
    }

    private void PrintCandidates(Tables tables)
    {
        tables.Heading("Candidates");
        tables.Table(
            ["route", "kind", "standing", ">likely cost", ">low", ">high", "quality", ">latency", ">total"],
            decision.Scores.Select(score => (IReadOnlyList<string>)[
                score.Route.Name,
                Names.Of(score.Route.Kind),
                score.Standing == RouteStanding.Chosen ? "→ chosen" : Names.Of(score.Standing),
                .. Ends(score.Bill.Total),
                Figures.Quality(score.Quality),
                decision.Scores.All(other => other.Latency is null) ? "" : Figures.Seconds(score.Latency),
                score.Exclusion is null ? Figures.Total(score.Total) : "",
            ]));
        foreach (var score in decision.Scores.Where(score => score.Exclusion is not null))
        {
            tables.Line($"  {score.Route.Name}, {score.Exclusion!.Code}: {ReasonTexts.Of(score.Exclusion.Code) ?? "not a known reason"} ({score.Exclusion.Detail})");
        }

        tables.Line("  Quality is in points of 100 against the default route; its sources:");
        foreach (var group in decision.Scores.GroupBy(score => score.Quality.Source, StringComparer.Ordinal))
        {
            tables.Line($"    {string.Join(", ", group.Select(score => score.Route.Name))}: {group.Key}");
        }

        tables.Line();
    }

    private static string[] Ends(in CostInterval cost) =>
        cost.IsKnown ? [Figures.Usd(cost.LikelyUsd), Figures.Usd(cost.LowUsd), Figures.Usd(cost.HighUsd)] : [Figures.Unknown, "", ""];

    private void PrintBills(Tables tables)
    {
        tables.Heading("Bills");
        tables.Table(
            ["route", "leg", "paid to", "counted in", ">input tokens", ">of them cached", ">output tokens", ">reasoning", ">cost"],
            decision.Scores.SelectMany(score => score.Bill.Legs.Select((leg, i) => (IReadOnlyList<string>)[
                i == 0 ? score.Route.Name : "",
                Names.Of(leg.Kind),
                leg.Payee,
                leg.Tokenizer ?? (leg.Characters > 0 ? "characters" : Figures.Unknown),
                leg.Characters > 0 ? $"{Figures.Count(leg.Characters)} characters" : leg.Tokenizer is null ? Figures.Unknown : Figures.Tokens(leg.InputTokens),
                leg.CachedInputTokens == TokenInterval.Zero ? "" : Figures.Tokens(leg.CachedInputTokens),
                leg.Tokenizer is null ? "" : Figures.Tokens(leg.OutputTokens),
                leg.ReasoningTokens == 0 ? "" : Figures.Count(leg.ReasoningTokens),
                leg.Cost.IsKnown ? Figures.Usd(leg.Cost.LikelyUsd) : Figures.Unknown,
            ])));
        foreach (var because in decision.Scores.Select(score => score.Bill.Total.UnknownBecause).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            tables.Line($"  Unknown: {because}.");
        }

        tables.Line();
    }

    private void PrintChoice(Tables tables)
    {
        tables.Heading("Choice");
        tables.Pairs([
            ("route", $"{decision.Chosen.Name} ({Names.Of(decision.Chosen.Kind)}, {decision.Chosen.RequestModelId})"),
            ("runner-up", decision.RunnerUp is { } runnerUp ? $"{runnerUp.Name}, behind by {Figures.Total(decision.Margin)}" : "none"),
            ("sent to", $"{decision.Target.Name} (mode {Names.Of(decision.Mode)})"),
            ("policy", $"version {decision.PolicyVersion}{(decision.Tenant.Length > 0 ? $", tenant {decision.Tenant}" : "")}"),
        ]);
        foreach (var reason in decision.Reasons)
        {
            tables.Line($"  {reason}: {ReasonTexts.Of(reason) ?? "not a known reason"}");
        }
    }
}
