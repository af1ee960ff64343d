using LanguageRouter.Review.Store;

namespace LanguageRouter.Review.Verdicts;

/// <summary>Gives the page the verdicts that rest on comparisons; estimated costs would need every record.</summary>
internal sealed class ReviewVerdicts : IReviewVerdicts
{
    public async ValueTask<IReadOnlyList<ReviewVerdict>> ReadAsync(IRecordStore store, RecordFilter filter, CancellationToken cancellationToken) =>
        [.. (await VerdictReport.ReadAsync(store, filter, cancellationToken: cancellationToken).ConfigureAwait(false)).Select(ToReview)];

    private static ReviewVerdict ToReview(Verdict verdict) => new()
    {
        Tenant = verdict.Tenant,
        Language = verdict.Language,
        Task = verdict.Task,
        Path = verdict.Route,
        Against = verdict.Against,
        Verdict = verdict.Outcome switch
        {
            VerdictOutcome.Beneficial => "beneficial",
            VerdictOutcome.NotBeneficial => "not-beneficial",
            _ => "not-enough-data",
        },
        Saving = verdict.Priced == 0 || !double.IsFinite(verdict.Saving.Low) ? null : (verdict.Saving.Low, verdict.Saving.Estimate, verdict.Saving.High),
        SavingIsMeasured = !verdict.CostIsEstimated,
        Wins = verdict.Wins,
        Ties = verdict.Ties,
        Losses = verdict.Losses,
        WinRate = verdict.Judged == 0 ? null : (verdict.Quality.Low, verdict.Quality.Estimate, verdict.Quality.High),
        LatencySeconds = verdict.SecondsSlower,
        More = verdict.MorePairs is > 0 ? verdict.MorePairs : null,
        Simulated = verdict.Simulated,
    };
}
