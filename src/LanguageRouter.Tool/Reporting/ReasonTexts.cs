using System.Collections.Frozen;
using LanguageRouter.Decisions;

namespace LanguageRouter.Tool.Reporting;

/// <summary>What each reason code says in words.</summary>
internal static class ReasonTexts
{
    private static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ReasonCodes.Explored] = "drawn to try an eligible route at random",
        [ReasonCodes.BestTotal] = "the best total of quality, cost and latency",
        [ReasonCodes.CheaperThanDefault] = "its expected cost is below the default route's",
        [ReasonCodes.BetterThanDefault] = "its expected quality is above the default route's",
        [ReasonCodes.Tie] = "two totals are equal: the cheaper route, else the one that the policy names first",
        [ReasonCodes.OnlyRoute] = "no other route was eligible",
        [ReasonCodes.NoEligibleRoute] = "no route was eligible, so the request goes where the application would have sent it",
        [ReasonCodes.HypotheticalIsBetter] = "a hypothetical route would have won",
        [ReasonCodes.Observed] = "the tenant observes: the request goes to the default route all the same",
        [ReasonCodes.ConversationKeepsRoute] = "the conversation keeps its route",
        [ReasonCodes.SwitchPays] = "the conversation left its route: the gain is above the cost of the switch",
        [ReasonCodes.ProviderStatePinsRoute] = "the provider holds the conversation's state",
        [ReasonCodes.SameRequest] = "the very same request was decided a moment ago",
        [ReasonCodes.SimilarRequest] = "a similar request was decided a moment ago",
        [ReasonCodes.SettledByBounds] = "the bounds of the token counts settled the order",
        [ReasonCodes.SettledByExactCounts] = "exact token counts settled the order",
        [ReasonCodes.SettledByEstimate] = "estimated counts settled the order: it was too long to count exactly",
        [ReasonCodes.NotAllowed] = "the policy does not allow the route",
        [ReasonCodes.Denied] = "the policy denies the route to such requests",
        [ReasonCodes.LacksCapability] = "the model lacks a capability that the request needs",
        [ReasonCodes.TooLong] = "the prompt does not fit into the context window",
        [ReasonCodes.Region] = "a model or translator processes text outside the allowed regions",
        [ReasonCodes.Provider] = "a model or translator belongs to a provider that is not allowed",
        [ReasonCodes.TaskDenied] = "this kind of task never goes through translation",
        [ReasonCodes.NotTranslatable] = "tools, schemas or attachments do not go through translation",
        [ReasonCodes.AlreadyEnglish] = "the request is in English already",
        [ReasonCodes.OtherLanguage] = "the route is for other languages",
        [ReasonCodes.LanguageUndetermined] = "the language is undetermined",
        [ReasonCodes.BelowQualityFloor] = "the cautious end of its quality is below the floor",
        [ReasonCodes.AboveCostCeiling] = "its expected cost is above the ceiling",
        [ReasonCodes.AboveLatencyCeiling] = "its expected latency is above the ceiling",
        [ReasonCodes.CostUnknown] = "its cost is unknown, so it cannot be compared",
        [ReasonCodes.OverBudget] = "it may cost more than is left of the tenant's budget",
        [ReasonCodes.OverSoftLimit] = "the soft limit of the tenant's budget is reached, and a cheaper route is eligible",
        [ReasonCodes.TranslationFidelity] = "its translator failed verification too often of late",
        [ReasonCodes.HandshakeFailed] = "the adapter's token ids are not proven to be its endpoint's",
        [ReasonCodes.Unhealthy] = "too many of its attempts failed, so it is out for now",
        [ReasonCodes.RetryAfter] = "its provider asked to be left alone for now",
        [ReasonCodes.Failover] = "the routes before it failed",
        [ReasonCodes.LastResort] = "every eligible route failed, and this one is below the quality floor",
        [ReasonCodes.Hedge] = "asked beside another route that had not answered for a while",
        [ReasonCodes.PinnedElsewhere] = "the conversation belongs to another route",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of a code; null for a code that is not one of <see cref="ReasonCodes"/>.</summary>
    public static string? Of(string code) => Texts.GetValueOrDefault(code);
}
