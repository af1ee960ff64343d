using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Verdicts;

/// <summary>Draws the verdicts from a store.</summary>
public static class VerdictReport
{
    /// <summary>Reads comparisons, and judges every pair of routes that were run on the same requests.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filter">Which comparisons and records.</param>
    /// <param name="terms">The terms; <see langword="null"/> for the defaults.</param>
    /// <param name="withEstimates">Whether every record is read as well, for estimated costs where nothing was measured; slow where there are many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The verdicts by tenant, language, task kind and pair of routes; those of all task kinds together carry an empty <see cref="Verdict.Task"/>.</returns>
    public static async Task<IReadOnlyList<Verdict>> ReadAsync(IRecordStore store, RecordFilter filter, VerdictTerms? terms = null, bool withEstimates = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(filter);
        var defaults = (await store.ReadPoliciesAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(policy => policy.Version, policy => policy.Default, StringComparer.Ordinal);
        var tally = new VerdictTally(terms, defaults);
        await foreach (var comparison in store.ReadComparisonsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            tally.Add(comparison);
        }

        if (withEstimates)
        {
            await foreach (var record in store.ReadAsync(filter, cancellationToken).ConfigureAwait(false))
            {
                tally.Add(record);
            }
        }

        return tally.ToVerdicts();
    }
}
