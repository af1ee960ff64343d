using LanguageRouter.Review.Records;

namespace LanguageRouter.Review.Store;

/// <summary>Keeps records, feedback, comparisons and the rollups over them: in one SQLite file, or in PostgreSQL where many machines write.</summary>
/// <remarks>
/// Safe for concurrent use. What a method has appended is committed when its task ends. Every write of records keeps the rollups in the same transaction.
/// </remarks>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>Gets a short name of the place, such as the file's, without a password.</summary>
    string Place { get; }

    /// <summary>Appends records in one transaction; those whose identifier is there already are left out.</summary>
    /// <param name="records">The records.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>How many of the records are new.</returns>
    ValueTask<int> AppendAsync(IReadOnlyList<StoredRecord> records, CancellationToken cancellationToken);

    /// <summary>Keeps the models, prices and routes of policy versions that are not there yet.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>A task that ends with the commit.</returns>
    ValueTask AppendPoliciesAsync(IReadOnlyList<StoredPolicy> policies, CancellationToken cancellationToken);

    /// <summary>Appends feedback; a later one of the same decision, source and kind replaces the earlier. It may arrive before its record.</summary>
    /// <param name="feedback">The feedback.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>Whether the record of the decision is there already.</returns>
    ValueTask<bool> AppendFeedbackAsync(StoredFeedback feedback, CancellationToken cancellationToken);

    /// <summary>Appends comparisons; one whose identifier is there already changes nothing.</summary>
    /// <param name="comparisons">The comparisons.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>A task that ends with the commit.</returns>
    ValueTask AppendComparisonsAsync(IReadOnlyList<StoredComparison> comparisons, CancellationToken cancellationToken);

    /// <summary>Keeps the redacted text of a request of a tenant that opted in.</summary>
    /// <param name="text">The text, redacted already.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>A task that ends with the commit.</returns>
    ValueTask AppendTextAsync(StoredText text, CancellationToken cancellationToken);

    /// <summary>Finds a record.</summary>
    /// <param name="decisionId">The identifier of the decision.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The record; <see langword="null"/> where there is none.</returns>
    ValueTask<StoredRecord?> FindAsync(Guid decisionId, CancellationToken cancellationToken);

    /// <summary>Finds the redacted text of a request.</summary>
    /// <param name="decisionId">The identifier of the decision.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The text; <see langword="null"/> where none was kept.</returns>
    ValueTask<StoredText?> FindTextAsync(Guid decisionId, CancellationToken cancellationToken);

    /// <summary>Reads whole records as a stream, the oldest first.</summary>
    /// <param name="filter">Which records.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The records.</returns>
    IAsyncEnumerable<StoredRecord> ReadAsync(RecordFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of records, the newest first.</summary>
    /// <param name="filter">Which records.</param>
    /// <param name="after">The <see cref="RecordPage.Next"/> of the page before; <see langword="null"/> for the first.</param>
    /// <param name="size">The most lines on the page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page.</returns>
    ValueTask<RecordPage> ListAsync(RecordFilter filter, string? after, int size, CancellationToken cancellationToken);

    /// <summary>Reads feedback, the oldest first.</summary>
    /// <param name="from">From when it was said; <see langword="null"/> for the beginning.</param>
    /// <param name="decisionId">Of which decision; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The feedback.</returns>
    IAsyncEnumerable<StoredFeedback> ReadFeedbackAsync(DateTimeOffset? from = null, Guid? decisionId = null, CancellationToken cancellationToken = default);

    /// <summary>Reads comparisons, the oldest first.</summary>
    /// <param name="filter">Which; the route is the one that answered.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The comparisons.</returns>
    IAsyncEnumerable<StoredComparison> ReadComparisonsAsync(RecordFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Reads the policy versions, the newest first.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The policies.</returns>
    ValueTask<IReadOnlyList<StoredPolicy>> ReadPoliciesAsync(CancellationToken cancellationToken);

    /// <summary>Sums up records from the rollups: no record is read.</summary>
    /// <param name="query">What to sum up and by what.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One line per group.</returns>
    ValueTask<IReadOnlyList<Rollup>> RollUpAsync(RollupQuery query, CancellationToken cancellationToken);

    /// <summary>Sums up what candidate policies in shadow would have chosen.</summary>
    /// <param name="filter">Which records; only time (in whole days), tenant, policy and simulated are asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One line per policy, candidate policy, chosen route and candidate's route.</returns>
    ValueTask<IReadOnlyList<ShadowRollup>> RollUpShadowsAsync(RecordFilter filter, CancellationToken cancellationToken);

    /// <summary>Reads a document that belongs to the account: learnt state, a verdict's memory.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The document; <see langword="null"/> where there is none.</returns>
    ValueTask<string?> ReadDocumentAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes a document that belongs to the account.</summary>
    /// <param name="name">The name.</param>
    /// <param name="json">The document; <see langword="null"/> removes it.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <returns>A task that ends with the commit.</returns>
    ValueTask WriteDocumentAsync(string name, string? json, CancellationToken cancellationToken);

    /// <summary>Removes what is older than it may be kept.</summary>
    /// <param name="recordsBefore">Records, texts, feedback and comparisons before this time go; <see langword="null"/> keeps them.</param>
    /// <param name="rollupsBefore">Rollups before this time go; <see langword="null"/> keeps them.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>How many records went.</returns>
    ValueTask<long> RemoveAsync(DateTimeOffset? recordsBefore, DateTimeOffset? rollupsBefore, CancellationToken cancellationToken);

    /// <summary>Reads how much is kept.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The extent.</returns>
    ValueTask<StoreExtent> ReadExtentAsync(CancellationToken cancellationToken);
}
