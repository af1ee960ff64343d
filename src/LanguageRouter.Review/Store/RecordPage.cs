using System.Collections.Immutable;

namespace LanguageRouter.Review.Store;

/// <summary>Represents one page of a list of records.</summary>
/// <param name="Lines">The lines, the newest first.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> at the end.</param>
/// <param name="SearchedBackTo">Where the search stopped because it had looked at enough records, though the page is not full; <see langword="null"/> where it did not.</param>
public sealed record RecordPage(ImmutableArray<RecordLine> Lines, string? Next, DateTimeOffset? SearchedBackTo);
