using LanguageRouter.Routes;
using LanguageRouter.Signals;

namespace LanguageRouter.Scoring.Usage;

/// <summary>For which answers one set of statistics holds, within one tenant.</summary>
/// <param name="Model">The name of the answering adapter or model; empty for all models and languages together, in English tokens of o200k_base.</param>
/// <param name="Language">The BCP 47 primary tag of the language that the model answers in; empty for all.</param>
/// <param name="Reasoning">The BCP 47 tag of the language that the model is asked to reason in; empty for none.</param>
/// <param name="Task">What was asked.</param>
internal readonly record struct AnswerKey(string Model, string Language, string Reasoning, TaskKind Task)
{
    /// <summary>Gets the key of all models and languages together.</summary>
    public static AnswerKey Of(TaskKind task) => new("", "", "", task);

    /// <summary>Gets the key of a route's answers.</summary>
    public static AnswerKey Of(Route route, RequestSignals signals) =>
        new(route.Adapter ?? route.Model.Name, LanguageOf(route, signals), route.ReasoningLanguage ?? "", signals.Task);

    /// <summary>The language that a route's model answers in.</summary>
    public static string LanguageOf(Route route, RequestSignals signals) =>
        route.Kind == RouteKind.Translated ? "en" : LanguageTag.Primary(signals.AnswerLanguage);
}
