namespace LanguageRouter.Decisions;

/// <summary>Identifies a remembered decision. Tenant and policy version are parts of their own, so that no text in one can reach into another.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="PolicyVersion">The version of the tenant's policy.</param>
/// <param name="Scope">What the rest of the key is: a bucket of similar requests, or the request itself.</param>
/// <param name="Value">The bucket, or the request's fingerprint.</param>
public readonly record struct DecisionCacheKey(string Tenant, string PolicyVersion, DecisionCacheScope Scope, object Value);
