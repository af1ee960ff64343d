using LanguageRouter.Routes;
using Microsoft.Extensions.AI;

namespace LanguageRouter.Scoring;

/// <summary>Represents the tokens that a provider bills for one call, each counted once and at one price.</summary>
/// <remarks>
/// Providers agree neither on what their input count holds nor on where they report caches. OpenAI's input count holds the cached tokens,
/// Anthropic's own does not, and clients of Anthropic exist of both kinds: <see cref="Model.InputCountIncludesCached"/> says which. Cache reads
/// are <see cref="UsageDetails.CachedInputTokenCount"/>; older clients put them, and all clients put cache writes, among the additional counts.
/// The output count holds the reasoning tokens.
/// </remarks>
/// <param name="Input">The input tokens that were neither read from nor written to the provider's prompt cache.</param>
/// <param name="CachedInput">The input tokens read from the cache.</param>
/// <param name="CacheWrites">The input tokens written to the cache.</param>
/// <param name="Output">The visible output tokens.</param>
/// <param name="Reasoning">The hidden reasoning tokens.</param>
public readonly record struct BilledTokens(long Input, long CachedInput, long CacheWrites, long Output, long Reasoning)
{
    // The names under which the .NET clients of Anthropic and Google report, as of 2026.
    private static readonly string[] ReadNames = ["CacheReadInputTokens", "CachedContentTokenCount"];
    private static readonly string[] WriteNames = ["CacheCreationInputTokens"];

    /// <summary>Reads the usage that a client reported.</summary>
    /// <param name="model">The model, for the convention of its provider.</param>
    /// <param name="usage">The usage; <see langword="null"/> where none was reported.</param>
    /// <returns>The tokens; <see langword="null"/> where the input or the output was not reported, which is not 0.</returns>
    public static BilledTokens? Read(Model model, UsageDetails? usage)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (usage is not { InputTokenCount: { } input, OutputTokenCount: { } output })
        {
            return null;
        }

        var (reads, writes) = (CacheReadsOf(usage), CacheWritesOf(usage));
        var reasoning = Math.Min(usage.ReasoningTokenCount ?? 0, output);
        return new(model.InputCountIncludesCached ? Math.Max(0, input - reads - writes) : input, reads, writes, output - reasoning, reasoning);
    }

    /// <summary>Gets the input tokens that a client reported as read from the cache.</summary>
    /// <param name="usage">The usage.</param>
    /// <returns>The tokens; 0 where none were reported.</returns>
    public static long CacheReadsOf(UsageDetails usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return usage.CachedInputTokenCount ?? Additional(usage, ReadNames);
    }

    /// <summary>Gets the input tokens that a client reported as written to the cache.</summary>
    /// <param name="usage">The usage.</param>
    /// <returns>The tokens; 0 where none were reported.</returns>
    public static long CacheWritesOf(UsageDetails usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Additional(usage, WriteNames);
    }

    private static long Additional(UsageDetails usage, string[] names)
    {
        foreach (var name in names)
        {
            if (usage.AdditionalCounts is { } counts && counts.TryGetValue(name, out var count))
            {
                return count;
            }
        }

        return 0;
    }
}
