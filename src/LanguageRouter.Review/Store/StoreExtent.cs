namespace LanguageRouter.Review.Store;

/// <summary>Represents how much a store holds.</summary>
/// <param name="Records">The number of records in the rollups, removed ones included.</param>
/// <param name="Oldest">The time of the oldest rollup; <see langword="null"/> where there is none.</param>
/// <param name="Newest">The time of the newest record; <see langword="null"/> where there is none.</param>
/// <param name="Bytes">The bytes that the store takes.</param>
/// <param name="SchemaVersion">The version of the schema.</param>
public sealed record StoreExtent(long Records, DateTimeOffset? Oldest, DateTimeOffset? Newest, long Bytes, int SchemaVersion);
