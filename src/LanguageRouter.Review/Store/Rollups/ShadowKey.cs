namespace LanguageRouter.Review.Store.Rollups;

/// <summary>By what the choices of a candidate policy in shadow are summed up.</summary>
internal readonly record struct ShadowKey(long Start, string Tenant, string Policy, string Candidate, string Chosen, string Route, bool Simulated);
