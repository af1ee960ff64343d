namespace LanguageRouter.Stickiness;

/// <summary>Represents the configuration of how firmly a conversation keeps its route: the section <c>Stickiness</c> of a policy.</summary>
/// <remarks>
/// A value that is <see langword="null"/> is inherited from the defaults, and there means the default stated here.
/// How long a conversation is remembered at all is the policy's <c>ConversationLifetime</c>.
/// </remarks>
public sealed class StickinessOptions
{
    /// <summary>Gets or sets how long a provider is expected to hold a prompt in its cache after the last use. Default: 5 minutes; zero for not at all.</summary>
    public TimeSpan? CacheLifetime { get; set; }

    /// <summary>Gets or sets how many requests of a conversation to expect from this one on, over which a switch may pay for itself. Default: 3 (judgement); 1 looks at this request alone.</summary>
    public int? ExpectedTurns { get; set; }

    /// <summary>Gets or sets by how much the total of another route must exceed the kept one's, once the switch is paid for. Default: 0.02, as much as 2 points of quality (judgement).</summary>
    public double? SwitchMargin { get; set; }
}
