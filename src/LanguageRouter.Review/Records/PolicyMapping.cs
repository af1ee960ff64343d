using System.Collections.Immutable;
using LanguageRouter.Decisions;
using LanguageRouter.Routes;

namespace LanguageRouter.Review.Records;

/// <summary>Takes a policy's models, prices and routes from one of its decisions: every decision names all of them.</summary>
internal static class PolicyMapping
{
    public static StoredPolicy PolicyOf(RoutingDecision decision, DateTimeOffset seen) => new()
    {
        Version = decision.PolicyVersion,
        FirstSeen = seen.ToUniversalTime(),
        Mode = RecordNames<Policies.RoutingMode>.Of(decision.Mode),
        Default = RecordMapping.DefaultOf(decision),
        Routes = ImmutableArray.CreateRange(decision.Scores, score => ToStored(score.Route)),
        Models =
        [
            .. decision.Scores
                .SelectMany(score => new[] { score.Route.Model, score.Route.Translator?.Model })
                .OfType<Model>()
                .DistinctBy(model => model.Name, StringComparer.Ordinal)
                .Select(ToStored),
        ],
    };

    private static StoredRoute ToStored(Route route) => new()
    {
        Name = route.Name,
        Kind = RecordNames<RouteKind>.Of(route.Kind),
        Model = route.Model.Name,
        Translator = route.Translator?.Name,
        CharacterPrice = route.Translator?.PricePerMillionCharacters,
        OverheadTokens = route.Translator?.OverheadTokens ?? 0,
        ReasonsIn = route.ReasoningLanguage,
        Adapter = route.Adapter,
        Hypothetical = route.IsHypothetical,
    };

    private static StoredModel ToStored(Model model) => new()
    {
        Name = model.Name,
        ModelId = model.ModelId,
        Provider = model.Provider,
        Region = model.Region,
        Tokenizer = model.Tokenizer,
        Tier = RecordNames<ModelTier>.Of(model.Tier),
        InputPrice = model.Prices.Input,
        CachedInputPrice = model.Prices.CachedInput,
        CacheWritePrice = model.Prices.CacheWrite,
        OutputPrice = model.Prices.Output,
        ReasoningPrice = model.Prices.Reasoning,
        InputCountIncludesCached = model.InputCountIncludesCached,
        ReasoningTokens = model.ReasoningTokens,
    };
}
