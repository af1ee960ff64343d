using LanguageRouter.Execution;
using LanguageRouter.Paths;
using LanguageRouter.Paths.TokenizerAdapter;
using LanguageRouter.Scoring;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Records;

/// <summary>Makes the comparison of a record from the account that the path kept.</summary>
internal static class TokenizerComparisons
{
    public static TokenizerComparison? Of(RouteAttempt? answered)
    {
        if (answered?.Legs.LastOrDefault(leg => leg.Account is not null) is not { Account: { BaseTokenizer: { } baseTokenizer, BaseMessageTokens: { } baseMessages, BaseAnswerTokens: { } baseAnswer } account } leg)
        {
            return null;
        }

        var usage = Usage(leg, account);
        var prompt = Prompt(usage, answered.Route.Model.InputCountIncludesCached);
        var basePrompt = Math.Max(0, prompt - account.MessageTokens) + baseMessages;
        var answer = usage.OutputTokenCount ?? 0;
        var baseTotal = Math.Max(0, answer - account.AnswerTokens) + baseAnswer;
        return new TokenizerComparison
        {
            Adapter = account.Adapter,
            Tokenizer = account.Tokenizer,
            BaseTokenizer = baseTokenizer,
            PromptTokens = prompt,
            BasePromptTokens = basePrompt,
            AnswerTokens = answer,
            BaseAnswerTokens = baseTotal,
            IsReported = ReferenceEquals(usage, leg.Usage),
            Cost = TokenPrice.Actual(answered.Route.Model, usage),
            BaseCost = TokenPrice.Actual(answered.Route.Model, InBase(usage, prompt, basePrompt, baseTotal)),
        };
    }

    private static UsageDetails Usage(PathLeg leg, AdapterAccount account) => leg.Usage is { InputTokenCount: not null, OutputTokenCount: not null } reported ? reported : new UsageDetails
    {
        InputTokenCount = leg.Usage?.InputTokenCount ?? account.PromptTokens ?? account.MessageTokens,
        CachedInputTokenCount = leg.Usage?.CachedInputTokenCount,
        OutputTokenCount = leg.Usage?.OutputTokenCount ?? account.AnswerTokens,
        ReasoningTokenCount = leg.Usage?.ReasoningTokenCount,
    };

    private static long Prompt(UsageDetails usage, bool includesCached) =>
        (usage.InputTokenCount ?? 0) + (includesCached ? 0 : usage.CachedInputTokenCount ?? 0);

    // The same share of the prompt from the cache, and the same hidden reasoning.
    private static UsageDetails InBase(UsageDetails usage, long prompt, long basePrompt, long baseAnswer)
    {
        var scale = prompt > 0 ? (double)basePrompt / prompt : 1;
        return new UsageDetails
        {
            InputTokenCount = Scaled(usage.InputTokenCount),
            CachedInputTokenCount = usage.CachedInputTokenCount is null ? null : Scaled(usage.CachedInputTokenCount),
            OutputTokenCount = baseAnswer,
            ReasoningTokenCount = usage.ReasoningTokenCount,
        };

        long Scaled(long? tokens) => (long)Math.Round((tokens ?? 0) * scale);
    }
}
