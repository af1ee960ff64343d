using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Verdicts;

/// <summary>Gives the verdicts that the page shows: path against path, by tenant, language and task kind.</summary>
internal interface IReviewVerdicts
{
    /// <summary>Reads the verdicts over the records of a filter.</summary>
    ValueTask<IReadOnlyList<ReviewVerdict>> ReadAsync(IRecordStore store, RecordFilter filter, CancellationToken cancellationToken);
}
