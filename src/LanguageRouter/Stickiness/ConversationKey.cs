namespace LanguageRouter.Stickiness;

/// <summary>Identifies a remembered route. Tenant, policy version and scope are parts of their own, so that no text in one can reach into another.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="PolicyVersion">The version of the tenant's policy: a change of policy forgets.</param>
/// <param name="Scope">What <paramref name="Id"/> names.</param>
/// <param name="Id">The conversation, the turn or the provider's conversation. Any text.</param>
public readonly record struct ConversationKey(string Tenant, string PolicyVersion, ConversationScope Scope, string Id);
